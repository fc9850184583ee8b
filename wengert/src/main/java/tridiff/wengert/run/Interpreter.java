package tridiff.wengert.run;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Elementary;
import tridiff.expr.Real;
import tridiff.expr.Unary;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;

/**
 * Runs a list as flat code: one switch in a loop, no allocation. It starts at once and takes lists of any size.
 *
 * <p>A chain of sums or of products whose intermediate values nobody else needs is one instruction. It is carried out in the
 * order of the list, so that every bit is as if line by line.
 */
final class Interpreter implements Kernel {

    private static final int UNARY = 0;
    private static final int BINARY = 1;
    private static final int CHOICE = 2;
    private static final int PLUS = 3;
    private static final int MINUS = 4;
    private static final int TIMES = 5;
    private static final int OVER = 6;
    private static final int NEGATE = 7;
    private static final int EXP = 8;
    private static final int LOG = 9;
    private static final int SIN = 10;
    private static final int COS = 11;
    private static final int SQRT = 12;
    private static final int PRODUCT = 13; // of b places from a
    private static final int SUM = 14; // of b places from a
    private static final int DOT = 15; // of b pairs of places from a
    private static final int MIXED = 16; // of b terms from a, each a sign and a product: code, place, place
    private static final int LOOP = 17;

    /** Codes of a term of a mixed sum. */
    private static final int ADD = 0;

    private static final int SUBTRACT = 1;
    private static final int ADD_PRODUCT = 2; // and 3 subtracts one

    private final int[] code;
    private final int[] target;
    private final int[] a;
    private final int[] b;
    private final int[] c;
    private final Object[] functions;
    private final int[] operands; // of sums and products: places
    private final int places; // in the workspace
    private final int[] inputs;
    private final int[] outputs;

    Interpreter(ExecutionPlan s) {
        var writer = new Writer(s);
        for (int i = 0; i < s.list.size(); i++) {
            boolean furtherResult = s.list.kind(i) == OpKind.LOOP && !s.list.beginsLoop(i);
            if (s.isOperation(i) && !writer.isPart[i] && !furtherResult) {
                writer.write(i);
            }
        }
        int n = writer.count;
        code = Arrays.copyOf(writer.code, n);
        target = Arrays.copyOf(writer.target, n);
        a = Arrays.copyOf(writer.a, n);
        b = Arrays.copyOf(writer.b, n);
        c = Arrays.copyOf(writer.c, n);
        functions = Arrays.copyOf(writer.functions, n);
        operands = Arrays.copyOf(writer.places, writer.placeCount);
        places = s.list.size();
        inputs = s.inputs;
        outputs = s.list.outputs();
    }

    /**
     * The same as a class of its own: HotSpot compiles the loop of the shared class for all lists that it ever ran, and one that was
     * compiled for others may be half as fast.
     */
    static Kernel ofItsOwn(ExecutionPlan s) {
        try (InputStream in = Interpreter.class.getResourceAsStream("Interpreter.class")) {
            return (Kernel) MethodHandles.lookup()
                    .defineHiddenClass(in.readAllBytes(), true, MethodHandles.Lookup.ClassOption.NESTMATE)
                    .lookupClass()
                    .getDeclaredConstructor(ExecutionPlan.class)
                    .newInstance(s);
        } catch (IOException | ReflectiveOperationException e) {
            throw new LinkageError("the interpreter cannot be loaded again", e);
        }
    }

    @Override
    public int places() {
        return places;
    }

    @Override
    public void run(double[] x, double[] v, double[] results) {
        for (int i = 0; i < inputs.length; i++) {
            v[inputs[i]] = x[i];
        }
        for (int i = 0; i < code.length; i++) {
            v[target[i]] = switch (code[i]) {
                case PLUS -> v[a[i]] + v[b[i]];
                case MINUS -> v[a[i]] - v[b[i]];
                case TIMES -> v[a[i]] * v[b[i]];
                case OVER -> v[a[i]] / v[b[i]];
                case NEGATE -> -v[a[i]];
                case SUM -> sum(v, operands, a[i], a[i] + b[i]);
                case DOT -> dot(v, operands, a[i], a[i] + 2 * b[i]);
                case MIXED -> mixed(v, operands, a[i], a[i] + 3 * b[i]);
                case PRODUCT -> product(v, operands, a[i], a[i] + b[i]);
                case EXP -> Math.exp(v[a[i]]);
                case LOG -> Math.log(v[a[i]]);
                case SIN -> Math.sin(v[a[i]]);
                case COS -> Math.cos(v[a[i]]);
                case SQRT -> Math.sqrt(v[a[i]]);
                case UNARY -> ((Unary) functions[i]).of(v[a[i]]);
                case BINARY -> ((Binary) functions[i]).of(v[a[i]], v[b[i]]);
                case LOOP -> loop(v, (LoopRunner) functions[i], target[i]);
                default -> Real.choose(v[a[i]], v[b[i]], v[c[i]]);
            };
        }
        for (int i = 0; i < outputs.length; i++) {
            results[i] = v[outputs[i]];
        }
    }

    private static double loop(double[] v, LoopRunner loop, int first) {
        loop.run(v);
        return v[first];
    }

    private static double sum(double[] v, int[] places, int from, int to) {
        double sum = v[places[from]];
        for (int i = from + 1; i < to; i++) {
            sum += v[places[i]];
        }
        return sum;
    }

    private static double dot(double[] v, int[] places, int from, int to) {
        double sum = v[places[from]] * v[places[from + 1]];
        for (int i = from + 2; i < to; i += 2) {
            sum += v[places[i]] * v[places[i + 1]];
        }
        return sum;
    }

    private static double product(double[] v, int[] places, int from, int to) {
        double product = v[places[from]];
        for (int i = from + 1; i < to; i++) {
            product *= v[places[i]];
        }
        return product;
    }

    /** The first term is added to nothing, not to zero, so that a negative zero stays one. */
    private static double mixed(double[] v, int[] places, int from, int to) {
        double first = v[places[from + 1]];
        double sum = places[from] == ADD ? first : first * v[places[from + 2]];
        for (int i = from + 3; i < to; i += 3) {
            double x = v[places[i + 1]];
            switch (places[i]) {
                case ADD -> sum += x;
                case SUBTRACT -> sum -= x;
                case ADD_PRODUCT -> sum += x * v[places[i + 2]];
                default -> sum -= x * v[places[i + 2]];
            }
        }
        return sum;
    }

    /** Puts the lines of a list into instructions. */
    private static final class Writer {
        private final ExecutionPlan s;
        private final WengertList list;
        final boolean[] isPart; // carried out as part of another line
        private final boolean[] isFactor; // of a longer product
        final int[] code;
        final int[] target;
        final int[] a;
        final int[] b;
        final int[] c;
        final Object[] functions;
        int[] places = new int[64];
        int count;
        int placeCount;

        Writer(ExecutionPlan s) {
            this.s = s;
            this.list = s.list;
            int n = list.size();
            isPart = new boolean[n];
            isFactor = new boolean[n];
            code = new int[n];
            target = new int[n];
            a = new int[n];
            b = new int[n];
            c = new int[n];
            functions = new Object[n];
            markParts();
        }

        /** From the last line to the first: what a sum or a product takes in. */
        private void markParts() {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (s.isOperation(i) && isSum(i)) {
                    takeIn(
                            i,
                            isSum(list.operand(i, 0)) || s.is(Arithmetic.TIMES, list.operand(i, 0)),
                            list.operand(i, 0));
                    boolean chainedOnTheLeft = isPart[list.operand(i, 0)] && isSum(list.operand(i, 0));
                    boolean commuted = s.is(Arithmetic.PLUS, i) && !chainedOnTheLeft && isSum(list.operand(i, 1));
                    takeIn(i, commuted || s.is(Arithmetic.TIMES, list.operand(i, 1)), list.operand(i, 1));
                } else if (s.isOperation(i) && s.is(Arithmetic.TIMES, i) && !(isPart[i] && !isFactor[i])) {
                    takeIn(i, s.is(Arithmetic.TIMES, list.operand(i, 0)), list.operand(i, 0));
                }
            }
        }

        private boolean isSum(int line) {
            return s.is(Arithmetic.PLUS, line) || s.is(Arithmetic.MINUS, line);
        }

        private void takeIn(int line, boolean fits, int argument) {
            if (fits && s.isUsedOnce(argument)) {
                isPart[argument] = true;
                if (s.is(Arithmetic.TIMES, line)) {
                    isFactor[argument] = true;
                }
            }
        }

        void write(int line) {
            if (isSum(line)) {
                writeSum(line);
            } else if (s.is(Arithmetic.TIMES, line) && isPart[list.operand(line, 0)]) {
                writeProduct(line);
            } else {
                emit(operationCode(line), line, list.operand(line, 0), list.operand(line, 1));
            }
        }

        private void emit(int operation, int line, int first, int second) {
            code[count] = operation;
            target[count] = line;
            a[count] = first;
            b[count] = second;
            c[count] = list.operand(line, 2);
            functions[count] = operation == LOOP ? s.loopAt(line) : list.what(line);
            count++;
        }

        private int operationCode(int line) {
            if (list.kind(line) == OpKind.CHOICE || list.kind(line) == OpKind.LOOP) {
                return list.kind(line) == OpKind.CHOICE ? CHOICE : LOOP;
            }
            Object f = list.what(line);
            if (f instanceof Arithmetic operator && operator != Arithmetic.POWER) {
                return PLUS + operator.ordinal();
            }
            if (f instanceof Elementary row) {
                return switch (row) {
                    case NEGATE -> NEGATE;
                    case EXP -> EXP;
                    case LOG -> LOG;
                    case SIN -> SIN;
                    case COS -> COS;
                    case SQRT -> SQRT;
                    default -> UNARY;
                };
            }
            return list.kind(line) == OpKind.UNARY ? UNARY : BINARY;
        }

        private void writeProduct(int line) {
            List<Integer> factors = new ArrayList<>();
            int i = line;
            while (isPart[list.operand(i, 0)]) {
                factors.add(list.operand(i, 1));
                i = list.operand(i, 0);
            }
            factors.add(list.operand(i, 1));
            factors.add(list.operand(i, 0));
            int start = placeCount;
            for (int j = factors.size() - 1; j >= 0; j--) {
                place(factors.get(j));
            }
            emit(PRODUCT, line, start, factors.size());
        }

        /** A term of a sum: added or subtracted. */
        private record Term(int line, boolean isAdded) {}

        private void writeSum(int line) {
            List<Term> terms = terms(line);
            boolean products = terms.stream().allMatch(t -> isPart[t.line] && t.isAdded);
            boolean plain = terms.stream().allMatch(t -> !isPart[t.line] && t.isAdded);
            if (terms.size() == 2 && terms.stream().noneMatch(t -> isPart[t.line])) {
                emit(operationCode(line), line, list.operand(line, 0), list.operand(line, 1));
                return;
            }
            int start = placeCount;
            for (Term t : terms) {
                boolean product = isPart[t.line];
                if (!products && !plain) {
                    place((t.isAdded ? ADD : SUBTRACT) + (product ? ADD_PRODUCT : 0));
                }
                place(product ? list.operand(t.line, 0) : t.line);
                if (product) {
                    place(list.operand(t.line, 1));
                } else if (!plain) {
                    place(0);
                }
            }
            emit(products ? DOT : plain ? SUM : MIXED, line, start, terms.size());
        }

        /** The terms of a chain of sums in the order in which the list adds them. */
        private List<Term> terms(int line) {
            var reversed = new ArrayList<Term>();
            int i = line;
            while (true) {
                boolean added = s.is(Arithmetic.PLUS, i);
                boolean left = isPart[list.operand(i, 0)] && isSum(list.operand(i, 0));
                boolean right = !left && added && isPart[list.operand(i, 1)] && isSum(list.operand(i, 1));
                if (right) {
                    reversed.add(new Term(list.operand(i, 0), true));
                    i = list.operand(i, 1);
                } else {
                    reversed.add(new Term(list.operand(i, 1), added));
                    if (!left) {
                        reversed.add(new Term(list.operand(i, 0), true));
                        java.util.Collections.reverse(reversed);
                        return reversed;
                    }
                    i = list.operand(i, 0);
                }
            }
        }

        private void place(int place) {
            if (placeCount == places.length) {
                places = Arrays.copyOf(places, 2 * placeCount);
            }
            places[placeCount++] = place;
        }
    }
}
