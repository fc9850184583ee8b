package tridiff.peers;

import java.util.Map;
import java.util.function.Supplier;
import tridiff.wengert.method.Differentiator;
import tridiff.wengert.method.MethodProvider;

/** Forward mode of Hipparchus. */
public final class Hipparchus implements MethodProvider {

    @Override
    public Map<String, Supplier<Differentiator>> methods() {
        return Map.of("autodiff.hipparchus", HipparchusGradient::new);
    }
}
