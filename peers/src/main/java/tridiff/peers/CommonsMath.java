package tridiff.peers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import tridiff.wengert.method.Differentiator;
import tridiff.wengert.method.MethodProvider;

/** The methods of Apache Commons Math. */
public final class CommonsMath implements MethodProvider {

    @Override
    public Map<String, Supplier<Differentiator>> methods() {
        var methods = new LinkedHashMap<String, Supplier<Differentiator>>();
        methods.put("autodiff.commons", CommonsDerivativeStructure::new);
        methods.put("numerical.commons", () -> new CommonsFiniteDifferences("numerical.commons", 5));
        for (int points : new int[] {3, 7, 9}) {
            String id = "numerical.commons" + points;
            methods.put(id, () -> new CommonsFiniteDifferences(id, points));
        }
        return methods;
    }
}
