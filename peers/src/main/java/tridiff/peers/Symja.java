package tridiff.peers;

import java.util.Map;
import java.util.function.Supplier;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.MethodProvider;

/** Differentiation by symja, a computer algebra system. */
public final class Symja implements MethodProvider {

    static final MethodId DERIVATIVE = MethodId.symbolic("symja");

    @Override
    public Map<MethodId, Supplier<Method>> methods() {
        return Map.of(DERIVATIVE, SymjaDerivative::new);
    }
}
