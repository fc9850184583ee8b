package tridiff.compare.language;

import java.util.Locale;

/** A language that tridiff speaks. */
public enum Language {
    EN(Locale.ENGLISH, "A"),
    KO(Locale.KOREAN, "가");

    private final Locale locale;
    private final String sample;

    Language(Locale locale, String sample) {
        this.locale = locale;
        this.sample = sample;
    }

    public Locale locale() {
        return locale;
    }

    /** A letter of its script, for which a font must have a shape. */
    public String sample() {
        return sample;
    }

    /** Korean where the machine is set to Korean, else English. */
    public static Language ofThisMachine() {
        return Locale.getDefault().getLanguage().equals(KO.locale.getLanguage()) ? KO : EN;
    }
}
