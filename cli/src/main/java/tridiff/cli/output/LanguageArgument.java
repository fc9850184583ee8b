package tridiff.cli.output;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import tridiff.expr.said.Language;

/** In which language the command line speaks: an option of all commands. */
public final class LanguageArgument implements ITypeConverter<Language> {

    public static final String NAME = "--lang";

    private static final List<String> EXAMPLES = List.of("Example:", "Examples:");

    @Override
    public Language convert(String value) {
        return Language.of(value).orElseThrow(() -> new TypeConversionException(value));
    }

    /** What may be asked for. */
    public static final class Tags implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Language.all().stream().map(Language::tag).iterator();
        }
    }

    public static List<String> tags() {
        return Language.all().stream()
                .map(l -> l.tag().toUpperCase(Locale.ROOT))
                .toList();
    }

    /** What arguments ask for, known before they are parsed: what is wrong with them is to be said in it, too. */
    public static Language in(String... args) {
        Language language = Language.ofThisMachine();
        for (int i = 0; i < args.length; i++) {
            String value = args[i].startsWith(NAME + "=")
                    ? args[i].substring(NAME.length() + 1)
                    : args[i].equals(NAME) && i + 1 < args.length ? args[i + 1] : "";
            language = Language.of(value).orElse(language);
        }
        return language;
    }

    /** The language of a command. */
    public static Language of(CommandLine commandLine) {
        return Settings.of(commandLine).language();
    }

    /** Says the help of all commands in a language; it is written in English, which needs no bundle. */
    public static void help(Language language, CommandLine commandLine) {
        if (!language.isEnglish()
                && LanguageArgument.class.getResource("/tridiff/cli/Help_" + language.tag() + ".properties") != null) {
            ResourceBundle texts = language.catalogue("tridiff.cli.Help");
            commandLine.setResourceBundle(texts);
            headers(texts, commandLine);
        }
    }

    /** The first line of each, and the title of its examples; the examples are the same in all languages. */
    private static void headers(ResourceBundle texts, CommandLine commandLine) {
        var spec = commandLine.getCommandSpec();
        String[] lines = spec.usageMessage().header().clone();
        lines[0] = texts.getString(spec.qualifiedName(".") + ".header");
        for (int i = 1; i < lines.length; i++) {
            lines[i] = EXAMPLES.contains(lines[i]) ? texts.getString("examples") : lines[i];
        }
        spec.usageMessage().header(lines);
        commandLine.getSubcommands().values().forEach(c -> headers(texts, c));
    }
}
