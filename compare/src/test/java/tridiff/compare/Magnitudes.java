package tridiff.compare;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;

/** Arguments over all doubles: ordinary ones, every order of magnitude, the ends of domains, poles, and the last doubles before them. */
final class Magnitudes {

    private static final double[] CORNERS = {
        0,
        1,
        2,
        Math.PI / 4,
        Math.PI / 2,
        Math.PI,
        1.5 * Math.PI,
        2 * Math.PI,
        1e22,
        22,
        20,
        18.5,
        26.5,
        37,
        354,
        355,
        708.5,
        709.7,
        710.4,
        710.5,
        744.4,
        745.1,
        1e7,
        1e8,
        1e10,
        1e17,
        0x1p28,
        0x1p-28,
        1.3e154,
        1.4e154,
        1e155,
        1e200,
        8.9e307,
        Double.MAX_VALUE,
        Double.MIN_NORMAL,
        Double.MIN_VALUE,
        1e-310,
        1e-308,
        1e-300,
        1e-155,
        1e-154,
        1e-20,
        0.5
    };

    private Magnitudes() {}

    static DoubleStream arguments(int count, long seed) {
        var random = new Random(seed);
        DoubleStream drawn =
                DoubleStream.generate(() -> sign(random) * drawn(random)).limit(count);
        DoubleStream corners = Arrays.stream(CORNERS)
                .flatMap(x ->
                        DoubleStream.of(x, Math.nextDown(x), Math.nextUp(x), -x, -Math.nextDown(x), -Math.nextUp(x)))
                .filter(Double::isFinite);
        return DoubleStream.concat(drawn, corners);
    }

    private static double drawn(Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> Math.abs(random.nextGaussian());
            case 1 -> Math.exp(3 * random.nextGaussian());
            case 2 -> 1 - Math.pow(10, -17 * random.nextDouble());
            case 3 -> 1 + Math.pow(10, -16 * random.nextDouble());
            case 4 -> Math.scalb(1 + random.nextDouble(), random.nextInt(2098) - 1074);
            case 5 -> random.nextInt(8) * Math.PI / 2 + sign(random) * Math.pow(10, -16 * random.nextDouble());
            default -> 800 * random.nextDouble();
        };
    }

    private static double sign(Random random) {
        return random.nextBoolean() ? 1 : -1;
    }
}
