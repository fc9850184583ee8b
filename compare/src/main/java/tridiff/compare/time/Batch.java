package tridiff.compare.time;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import tridiff.wengert.method.Prepared;

/** A computation that can be run many times in a row, as it is timed. */
public interface Batch {

    void run(int repetitions);

    /** Gradients at a point. */
    static Batch of(Prepared gradient, double[] x, double[] result) {
        return new Gradients(gradient, x, result);
    }

    /**
     * The same in a loop of its own: HotSpot compiles the loop of a class for all that ever ran in it, and calls what it would otherwise
     * have built in.
     */
    static Batch ofItsOwn(Prepared gradient, double[] x, double[] result) {
        try (InputStream in = Gradients.class.getResourceAsStream("Batch$Gradients.class")) {
            return (Batch) MethodHandles.lookup()
                    .defineHiddenClass(in.readAllBytes(), true)
                    .lookupClass()
                    .getDeclaredConstructor(Prepared.class, double[].class, double[].class)
                    .newInstance(gradient, x, result);
        } catch (IOException | ReflectiveOperationException e) {
            throw new LinkageError("the loop cannot be loaded again", e);
        }
    }

    /** Gradients at one point, again and again. No record: the methods of one name its class, which a copy that is hidden is not. */
    final class Gradients implements Batch {
        private final Prepared gradient;
        private final double[] x;
        private final double[] result;

        Gradients(Prepared gradient, double[] x, double[] result) {
            this.gradient = gradient;
            this.x = x;
            this.result = result;
        }

        @Override
        public void run(int repetitions) {
            for (int i = 0; i < repetitions; i++) {
                gradient.at(x, result);
            }
        }
    }
}
