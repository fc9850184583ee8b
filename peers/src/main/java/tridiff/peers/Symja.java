package tridiff.peers;

import java.util.Map;
import java.util.function.Supplier;
import tridiff.wengert.method.Differentiator;
import tridiff.wengert.method.MethodProvider;

/** Differentiation by symja, a computer algebra system. */
public final class Symja implements MethodProvider {

    @Override
    public Map<String, Supplier<Differentiator>> methods() {
        return Map.of("symbolic.symja", SymjaDerivative::new);
    }
}
