package tridiff.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tridiff.cli.input.ExpressionArgument;
import tridiff.cli.input.PointArgument;
import tridiff.cli.output.Failure;
import tridiff.cli.output.PrintingCommand;
import tridiff.compare.Comparer;
import tridiff.compare.sweep.FunctionFamily;
import tridiff.expr.Expr;
import tridiff.expr.Refusal;
import tridiff.expr.said.Said;
import tridiff.expr.said.Saying;
import tridiff.teaching.lesson.Lesson;

/** Ten short lessons. */
@Command(
        name = "lesson",
        header = {
            "Teaches the three ways to differentiate in ten short lessons.",
            "",
            "Examples:",
            "  tridiff lesson",
            "  tridiff lesson 2",
            "  tridiff lesson 2 --expr 'sin(x)/x' --at x=1",
            "  tridiff lesson 8 --lang ko",
            ""
        },
        description = {"Without a number, lists the lessons. Each has a claim, a run, and what to take away.", ""})
final class LessonCommand extends PrintingCommand {

    @Parameters(arity = "0..1", paramLabel = "N", description = "The number of the lesson, 1 to 10.")
    private Integer number;

    @Option(
            names = "--expr",
            paramLabel = "EXPR",
            converter = ExpressionArgument.Unprotect.class,
            description = "A function of your own.")
    private String expression;

    @Mixin
    private PointArgument point;

    @Override
    public Integer call() {
        PrintWriter out = out();
        if (number == null) {
            for (int n = 1; n <= Lesson.ALL.size(); n++) {
                out.printf("%2d  %s%n", n, text(n + ".title"));
            }
            return 0;
        }
        if (number < 1 || number > Lesson.ALL.size()) {
            throw Failure.usage(
                    Said.of("cli.usage.lesson", number), Said.of("cli.help.lessons", "1", Lesson.ALL.size()));
        }
        Lesson lesson = Lesson.ALL.get(number - 1);
        String formula = expression == null ? lesson.expression() : expression;
        Expr f = SweepSizesCommand.read(formula, Set.of(FunctionFamily.BEFORE));
        List<Expr.Var> variables = f.variables();
        if (variables.isEmpty()) {
            throw Failure.noVariable();
        }
        double[] values = new double[0];
        if (!lesson.at().isEmpty()) {
            PointArgument where =
                    point.coordinates().isEmpty() && expression == null ? PointArgument.of(lesson.at()) : point;
            values = where.values(variables);
        }
        String run;
        try {
            run = lesson.run().apply(Lesson.question(formula, f, variables, values), language());
        } catch (Comparer.NoValue e) {
            throw Failure.of(e);
        } catch (Refusal | IllegalArgumentException e) {
            throw Failure.of(Failure.LIMIT, Said.of("cli.usage.lesson.function", Saying.of(e)));
        }
        String at = values.length == 0 ? "" : "  " + text("at", coordinates(variables, values));
        out.println(text("lesson", number, text(number + ".title")));
        out.println();
        out.println(text(number + ".claim"));
        out.println();
        out.println(text("function", formula) + at);
        out.println();
        out.println(run.stripTrailing());
        out.println();
        out.println(text("take") + ": " + text(number + ".take"));
        out.println();
        out.println(text("own", number, "x*sin(x)", lesson.at().isEmpty() ? "" : " --at x=1"));
        return 0;
    }

    private static String coordinates(List<Expr.Var> variables, double[] values) {
        var text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append(i == 0 ? "" : ", ").append(variables.get(i).name() + " = " + values[i]);
        }
        return text.toString();
    }

    private String text(String key, Object... arguments) {
        return language().text("lessons." + key, arguments);
    }
}
