package tridiff.expr;

import tridiff.expr.said.Said;

/** A function of one or two numbers, as a row of the table. */
public interface Operation {

    /** Its name in the typed language, or its operator sign. */
    String symbol();

    /** How it is written in LaTeX: the command or sign that stands before its arguments or between them, with # for an order. */
    default String latex() {
        return "\\operatorname{" + symbol() + "}";
    }

    /** How it is called in Java, arguments following in parentheses; for operators, the sign. */
    default String java() {
        return "Math." + symbol();
    }

    /** What is known of it beyond its values and its rule. */
    default Facts facts() {
        return Facts.known();
    }

    /** One line for the list of functions: what it is, and where it is defined. */
    default Said about() {
        return Said.words(symbol());
    }
}
