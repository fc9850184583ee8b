package tridiff.compare.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Comparison;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.FunctionTable;
import tridiff.expr.NamedConstant;
import tridiff.expr.Operation;
import tridiff.expr.Rational;
import tridiff.expr.Unary;

/** Random expressions in x and y over the whole table, with shared parts; not domain-safe. The seed is part of each one's name. */
final class RandomExpressions {

    /** An expression and the seed it was drawn with. */
    record Drawn(long seed, Expr expr) {
        @Override
        public String toString() {
            return "seed " + seed + ": " + expr;
        }
    }

    private static final List<Operation> FUNCTIONS =
            List.copyOf(FunctionTable.standard().rows());

    private final Random random;
    private final List<Expr> pool = new ArrayList<>();

    private RandomExpressions(long seed) {
        this.random = new Random(seed);
        pool.add(Expr.variable("x"));
        pool.add(Expr.variable("y"));
    }

    static Stream<Drawn> draw(int count, int size) {
        return IntStream.range(0, count)
                .mapToObj(seed -> new Drawn(seed, new RandomExpressions(seed).expression(size)));
    }

    private Expr expression(int size) {
        Expr e = leaf();
        for (int i = 0; i < size; i++) {
            e = random.nextInt(4) == 0 ? combine(any(), any()) : grow(e);
            pool.add(e);
        }
        return e;
    }

    private Expr any() {
        return random.nextInt(3) == 0 ? leaf() : pool.get(random.nextInt(pool.size()));
    }

    private Expr leaf() {
        return switch (random.nextInt(8)) {
            case 0 -> Expr.constant(Rational.of(random.nextInt(20)));
            case 1 -> Expr.constant(Rational.of(random.nextInt(1000), 100));
            case 2 -> Expr.constant(Rational.of(random.nextInt(200) - 100, 1 + random.nextInt(12)));
            case 3 -> Expr.constant(NamedConstant.values()[random.nextInt(2)]);
            default -> pool.get(random.nextInt(2));
        };
    }

    private Expr grow(Expr e) {
        Operation f = FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
        return switch (random.nextInt(6)) {
            case 0 -> f instanceof Unary unary ? Expr.apply(unary, e) : Expr.apply((Binary) f, e, any());
            case 1 -> Expr.apply(Elementary.NEGATE, e);
            case 2 -> e.power(Expr.constant(Rational.of(random.nextInt(7) - 2)));
            default -> random.nextBoolean() ? combine(e, any()) : combine(any(), e);
        };
    }

    private Expr combine(Expr a, Expr b) {
        return random.nextInt(12) == 0
                ? Expr.choose(Expr.apply(Comparison.values()[random.nextInt(6)], a, b), any(), any())
                : Expr.apply(Arithmetic.values()[random.nextInt(5)], a, b);
    }
}
