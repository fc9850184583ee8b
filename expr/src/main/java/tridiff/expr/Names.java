package tridiff.expr;

import java.util.Arrays;

/** What can be a name in the typed language, and of what. */
public final class Names {

    private Names() {}

    /** Whether a name may start with this code point. */
    public static boolean start(int c) {
        return c >= 0 && Character.isLetter(c);
    }

    /** Whether a name may go on with this code point. */
    public static boolean goOn(int c) {
        return start(c) || c >= '0' && c <= '9' || c == '_' || c >= 0x2080 && c <= 0x2089;
    }

    /** Whether a text is a name. */
    public static boolean isName(String s) {
        return !s.isEmpty() && start(s.codePointAt(0)) && s.codePoints().allMatch(Names::goOn);
    }

    /** Whether the standard language takes a name for a variable. */
    public static boolean isVariable(String name) {
        return isName(name)
                && !isReserved(name)
                && (FunctionTable.standard().find(name).isEmpty() || isLetter(name));
    }

    /** Whether a function has the name of a letter: without parentheses it is a variable, as in gamma*x; so is a column. */
    public static boolean isLetter(String name) {
        return name.equals(Elementary.GAMMA.symbol());
    }

    private static boolean isReserved(String name) {
        return name.equals("if") || name.equals("π") || isConstant(name) || isNotANumber(name);
    }

    public static boolean isConstant(String name) {
        return Arrays.stream(NamedConstant.values()).anyMatch(c -> c.symbol().equals(name));
    }

    /** Whether a name stands for what is no real number. */
    public static boolean isNotANumber(String name) {
        return name.equalsIgnoreCase("nan") || name.equalsIgnoreCase("inf") || name.equalsIgnoreCase("infinity");
    }
}
