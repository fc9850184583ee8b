package tridiff.peers;

import java.util.Map;
import java.util.function.Supplier;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.MethodProvider;

/** Forward mode of Hipparchus. */
public final class Hipparchus implements MethodProvider {

    static final MethodId GRADIENT = MethodId.autodiff("hipparchus");

    @Override
    public Map<MethodId, Supplier<Method>> methods() {
        return Map.of(GRADIENT, HipparchusGradient::new);
    }
}
