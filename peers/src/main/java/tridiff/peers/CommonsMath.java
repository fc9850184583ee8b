package tridiff.peers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import tridiff.wengert.method.Method;
import tridiff.wengert.method.MethodId;
import tridiff.wengert.method.MethodProvider;

/** The methods of Apache Commons Math. */
public final class CommonsMath implements MethodProvider {

    static final MethodId DERIVATIVE_STRUCTURE = MethodId.autodiff("commons");

    @Override
    public Map<MethodId, Supplier<Method>> methods() {
        var methods = new LinkedHashMap<MethodId, Supplier<Method>>();
        methods.put(DERIVATIVE_STRUCTURE, CommonsDerivativeStructure::new);
        put(methods, "commons", 5);
        for (int points : new int[] {3, 7, 9}) {
            put(methods, "commons" + points, points);
        }
        return methods;
    }

    private static void put(Map<MethodId, Supplier<Method>> methods, String name, int points) {
        MethodId id = MethodId.numerical(name);
        methods.put(id, () -> new CommonsFiniteDifferences(id, points));
    }
}
