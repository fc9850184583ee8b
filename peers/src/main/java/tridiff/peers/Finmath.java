package tridiff.peers;

import java.util.Map;
import java.util.function.Supplier;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.MethodProvider;

/** Reverse mode of finmath-lib. */
public final class Finmath implements MethodProvider {

    static final MethodId GRADIENT = MethodId.autodiff("finmath");

    @Override
    public Map<MethodId, Supplier<Method>> methods() {
        return Map.of(GRADIENT, FinmathGradient::new);
    }
}
