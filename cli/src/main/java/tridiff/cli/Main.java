package tridiff.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;
import tridiff.cli.input.ExpressionArgument;
import tridiff.cli.output.Colour;
import tridiff.cli.output.Failure;
import tridiff.cli.output.LanguageArgument;
import tridiff.cli.output.Settings;
import tridiff.expr.said.Language;
import tridiff.expr.said.Said;

/** The command line: reads arguments, hands them to the other modules, and turns every failure into one message and an exit code. */
@Command(
        name = "tridiff",
        header = {
            "Compares the three ways a computer can differentiate: numerical, symbolic, automatic.",
            "",
            "Examples:",
            "  tridiff compare 'exp(sin(x))/(1+x^2)' --at x=0.7",
            "  tridiff compare 'log(x1) + x1*x2 - sin(x2)' --at x1=2,x2=5 --peers",
            "  tridiff sweep x 'sin(x)/x' --from 1e-3 --to 10 --log",
            "  tridiff diff 'x^x' --order 2 --format latex",
            "  tridiff charts 'sin(x)/x' --at x=1 -o pictures",
            "  tridiff trace 'x*y + sin(x)' --at x=2,y=3",
            "  tridiff graph '(a+b)*(b+1)' --at a=2,b=1 -o graph.svg",
            "  tridiff report 'exp(sin(x))/(1+x^2)' --at x=0.7 -o report.html",
            "  tridiff lesson 2",
            "  tridiff paper list",
            "  tridiff corpus run feynman",
            "  tridiff show result.json --format latex",
            "  tridiff functions",
            ""
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 a check failed; 2 wrong usage; 3 not an expression; 4 undefined or not",
            "differentiable at the point; 5 not settled within the limits; 6 input or output failed; 7 a limit",
            "was reached; 70 an error of tridiff itself."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main implements Settings, Runnable {

    private static final List<Class<?>> COMMANDS = List.of(
            CompareCommand.class,
            SweepCommand.class,
            DiffCommand.class,
            ChartsCommand.class,
            CorpusCommand.class,
            ShowCommand.class,
            TraceCommand.class,
            GraphCommand.class,
            ReportCommand.class,
            LessonCommand.class,
            PaperCommand.class,
            FunctionsCommand.class,
            CompletionCommand.class);

    private static final Path STANDARD_OUTPUT = Path.of("/dev/stdout");
    private static final int FILE_TYPE = 0xF000; // of the mode that stat(2) returns
    private static final int PIPE = 0x1000;

    /** As shells say of a program that SIGPIPE has ended. */
    private static final int CLOSED_PIPE = 128 + 13;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = ScopeType.INHERIT,
            description = "auto, always or never (default: auto, which is on a terminal unless NO_COLOR is set).")
    private Colour colour = Colour.AUTO;

    @Option(
            names = LanguageArgument.NAME,
            paramLabel = "LANG",
            scope = ScopeType.INHERIT,
            converter = LanguageArgument.class,
            completionCandidates = LanguageArgument.Tags.class,
            description =
                    "The language of text: ${COMPLETION-CANDIDATES}; data stay in English (default: that of the machine).")
    private Language language = Language.ofThisMachine();

    @Override
    public Colour colour() {
        return colour;
    }

    @Override
    public Language language() {
        return language;
    }

    /** The version in the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"tridiff " + (version == null ? "(development)" : version)};
        }
    }

    /** Without a command, shows what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    public static void main(String[] args) {
        if (!List.of(args).contains("--show")) { // pictures are drawn without a screen, which starts sooner
            System.setProperty("java.awt.headless", "true");
        }
        System.exit(execute(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args));
    }

    /** Runs one command; returns its exit code. */
    static int execute(PrintWriter out, PrintWriter err, String... args) {
        var commandLine = new CommandLine(new Main());
        COMMANDS.forEach(command -> add(command, List.of(args), commandLine));
        var execution = new Execution();
        commandLine
                .setOut(out)
                .setErr(err)
                .registerConverter(String.class, new ExpressionArgument.Unprotect())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false) // @FILE is a formula in a file, not arguments
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setExecutionStrategy(execution)
                .setParameterExceptionHandler(execution)
                .setExecutionExceptionHandler(execution);
        Language language = LanguageArgument.in(args);
        LanguageArgument.help(language, commandLine);
        int code = executed(commandLine, args);
        out.flush();
        err.flush();
        if (out.checkError() && isPipe(STANDARD_OUTPUT)) {
            return CLOSED_PIPE; // as head does when it has enough
        }
        if (out.checkError() && code == 0) {
            err.println(language.text("cli.label.error") + " " + language.text("cli.machine.output"));
            err.flush();
            return Failure.OUTPUT;
        }
        return code;
    }

    /** What fills the memory is not only the input's size, which is limited, but what is to be computed from it. */
    private static int executed(CommandLine commandLine, String... args) {
        try {
            return commandLine.execute(ExpressionArgument.protect(args));
        } catch (OutOfMemoryError e) {
            return failed(
                    Failure.of(Failure.LIMIT, Said.of("cli.machine.memory"), Said.of("cli.help.memory")), commandLine);
        } catch (StackOverflowError e) {
            return failed(Failure.internal(e), commandLine);
        }
    }

    /** Whether what is written goes to another program; writing to that fails only if it reads no more. */
    static boolean isPipe(Path file) {
        try {
            return ((int) Files.getAttribute(file, "unix:mode") & FILE_TYPE) == PIPE;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * Adds a command: with its options if it is meant, else with what a list of commands says of it, since reading the options of all
     * commands takes longer than most of them do.
     */
    private static void add(Class<?> type, List<String> args, CommandLine to) {
        Command command = type.getAnnotation(Command.class);
        boolean isMeant = args.contains(command.name()) || args.contains(CompletionCommand.NAME);
        CommandSpec listed = CommandSpec.create().name(command.name());
        listed.usageMessage().header(command.header());
        to.addSubcommand(command.name(), isMeant ? new CommandLine(type) : listed);
    }

    /** Runs a command and answers for it. A class, since lambdas of picocli's old interfaces keep these out of a class archive. */
    private static final class Execution
            implements IExecutionStrategy, IParameterExceptionHandler, IExecutionExceptionHandler {
        @Override
        public int execute(ParseResult result) {
            CommandLine root = result.commandSpec().root().commandLine();
            root.setColorScheme(
                    CommandLine.Help.defaultColorScheme(Colour.of(root).help()));
            return new RunLast().execute(result);
        }

        @Override
        public int handleParseException(ParameterException e, String[] args) {
            return wrongUsage(e, args);
        }

        @Override
        public int handleExecutionException(Exception e, CommandLine commandLine, ParseResult result) {
            return failed(e, commandLine);
        }
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        Language say = LanguageArgument.in(args);
        List<String> near = e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        Said help = mayHoldExpression(args)
                ? Said.of("cli.help.dashes")
                : near.isEmpty()
                        ? Said.words(e.getCommandLine().getCommandSpec().qualifiedName() + " --help")
                        : Said.of("expr.help.meant", String.join(", ", near));
        Failure.usage(WrongUsage.said(e, args), help)
                .printTo(e.getCommandLine().getErr(), Colour.of(e.getCommandLine()), say);
        return Failure.USAGE;
    }

    /** Whether an argument that looks like an option may be a formula: no option is as short, or has other signs in its name. */
    private static boolean mayHoldExpression(String... args) {
        return Arrays.stream(args).anyMatch(a -> a.startsWith("--") && !a.matches("--|--[a-z][a-z-]+(=.*)?"));
    }

    private static int failed(Throwable e, CommandLine commandLine) {
        Failure failure = e instanceof Failure f ? f : Failure.internal(e);
        failure.printTo(commandLine.getErr(), Colour.of(commandLine), LanguageArgument.of(commandLine));
        return failure.code();
    }
}
