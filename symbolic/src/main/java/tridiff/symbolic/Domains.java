package tridiff.symbolic;

import java.util.List;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.symbolic.form.Condition;
import tridiff.symbolic.form.Form;

/** What a formula says of its variables by being defined: log(u) that u is positive, 1/u that it is not 0, sqrt(u) that it is not negative. */
final class Domains {

    private Domains() {}

    /** The conditions that the formula does not imply itself. */
    static List<Condition> notImplied(List<Condition> conditions, Form formula) {
        if (conditions.isEmpty()) {
            return conditions;
        }
        List<Condition> strongest = conditions.stream()
                .filter(c -> conditions.stream().noneMatch(other -> isStronger(other, c)))
                .toList();
        List<Form> made = formula.made(f -> true);
        boolean chooses = made.stream().anyMatch(f -> f.arguments.size() > 2);
        return chooses
                ? strongest
                : strongest.stream()
                        .filter(c -> made.stream().noneMatch(f -> implies(f, c)))
                        .toList();
    }

    private static boolean isStronger(Condition a, Condition b) {
        boolean weaker = b.kind() == Condition.Kind.NONZERO || b.kind() == Condition.Kind.NONNEGATIVE;
        return a.kind() == Condition.Kind.POSITIVE && weaker && a.subject().sameAs(b.subject());
    }

    private static boolean implies(Form f, Condition c) {
        if (f.isCallOf(Elementary.LOG)) {
            boolean power = c.kind() == Condition.Kind.DEFINED && isPower(c.subject());
            Expr subject = power ? c.subject().parts().get(0) : c.subject();
            return (power || isAboutSign(c)) && f.argument().expr().sameAs(subject);
        }
        return f.isProduct()
                && f.parts.entrySet().stream().anyMatch(e -> {
                    boolean nonZero = e.getValue().signum() < 0;
                    boolean nonNegative = !e.getValue().isInteger();
                    boolean enough =
                            switch (c.kind()) {
                                case NONZERO -> nonZero;
                                case NONNEGATIVE -> nonNegative;
                                case POSITIVE -> nonZero && nonNegative;
                                default -> false;
                            };
                    return enough && e.getKey().expr().sameAs(c.subject());
                });
    }

    private static boolean isPower(Expr e) {
        return e instanceof Expr.BinaryCall
                && e.parts().get(0).power(e.parts().get(1)).sameAs(e);
    }

    private static boolean isAboutSign(Condition c) {
        return c.kind() == Condition.Kind.NONZERO
                || c.kind() == Condition.Kind.NONNEGATIVE
                || c.kind() == Condition.Kind.POSITIVE;
    }
}
