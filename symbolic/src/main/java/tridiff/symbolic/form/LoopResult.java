package tridiff.symbolic.form;

import tridiff.expr.Operation;
import tridiff.wengert.Loop;

/** One result of a loop, as the function that an atom is a call of. */
record LoopResult(Loop loop, int result) implements Operation {

    @Override
    public String symbol() {
        return "loop";
    }
}
