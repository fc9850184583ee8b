package tridiff.teaching.paper;

import java.util.List;
import tridiff.expr.said.Said;
import tridiff.teaching.paper.Paper.Row;

/** Derivatives by the complex step, as Squire and Trapp, Martins and others, and Moler printed them. */
final class ComplexSteps {

    private static final String METHOD = "numerical.complex-step";
    private static final String STEEP = "exp(x)/(cos(x)^3+sin(x)^3)";

    private ComplexSteps() {}

    static List<Row> rows() {
        return List.of(
                row(Said.of("papers.at.squire", "x^(9/2)", "1.5"), "18.600812734259759", "x^(9/2)", 1.5),
                row(Said.of("papers.at.squire", "e^x/(sin^3 x + cos^3 x)", "1.5"), "3.6220337007163259", STEEP, 1.5),
                row(
                        Said.of("papers.at.martins", "e^x/sqrt(sin^3 x + cos^3 x)", "1.5"),
                        "4.05342789389862",
                        "exp(x)/sqrt(sin(x)^3+cos(x)^3)",
                        1.5),
                row(
                        Said.of("papers.at.moler", "e^x/(cos^3 x + sin^3 x)", "pi/4"),
                        "3.101766393836051",
                        STEEP,
                        Math.PI / 4));
    }

    private static Row row(Said what, String published, String f, double x) {
        return Row.of(what, published, Gradients.derivative(METHOD, f, x));
    }
}
