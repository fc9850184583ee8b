package tridiff.examples;

import java.util.Locale;
import tridiff.numerical.Differences;
import tridiff.numerical.Estimate;

/** A Java method that can only be called: differences with an estimate of their own error. */
public final class PlainJavaFunction {

    private PlainJavaFunction() {}

    /** Five steps towards the root of 2, from a start and at a rate that are parameters: any code will do. */
    private static double model(double[] p) {
        double x = p[0];
        for (int i = 0; i < 5; i++) {
            x = x - p[1] * (x * x - 2);
        }
        return x;
    }

    static String page() {
        var differences = new Differences(PlainJavaFunction::model);
        var page = new StringBuilder();
        double[] point = {1, 0.25};
        String[] names = {"start", "rate"};
        for (int i = 0; i < point.length; i++) {
            Estimate partial = differences.partial(point, i);
            page.append(String.format(
                    Locale.ROOT,
                    "df/d%-6s %.9f  (error at most about %.0e)\n",
                    names[i],
                    partial.value(),
                    partial.error()));
        }
        return page.toString();
    }

    public static void main(String[] args) {
        System.out.print(page());
    }
}
