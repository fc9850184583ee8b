package tridiff.wengert.method;

import java.util.Map;
import java.util.function.Supplier;

/** Offers methods of another library. Providers are found by {@link java.util.ServiceLoader}; a library is loaded when its method is made. */
public interface MethodProvider {

    /** How each method is made, by its id. */
    Map<MethodId, Supplier<Method>> methods();
}
