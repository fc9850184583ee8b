package tridiff.expr.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is called otherwise in other tools, and how it is written here. */
final class Elsewhere {

    // spotless:off - this is a table
    private static final String TABLE = """
            arctan2 atan2(y, x)
            sgn sign(x)
            where if(c, x, y)
            piecewise if(c, x, y)
            ifelse if(c, x, y)
            iif if(c, x, y)
            cond if(c, x, y)
            select if(c, x, y)
            norm hypot(x, y)
            mean (x + y)/2
            average (x + y)/2
            logsumexp a + softplus(b - a)
            logaddexp a + softplus(b - a)
            softmax sigmoid(a - b)
            square x^2
            exp2 2^x
            exp10 10^x
            power pow(x, y)
            lg log10(x)
            lb log2(x)
            ld log2(x)
            tg tan(x)
            ctg cot(x)
            cotan cot(x)
            cosec csc(x)
            arcsinh asinh(x)
            arsinh asinh(x)
            arccosh acosh(x)
            arcosh acosh(x)
            arctanh atanh(x)
            artanh atanh(x)
            arccot acot(x)
            arcsec asec(x)
            arccsc acsc(x)
            sh sinh(x)
            ch cosh(x)
            th tanh(x)
            fabs abs(x)
            ceiling ceil(x)
            round floor(x + 1/2)
            trunc sign(x)*floor(abs(x))
            fmin min(x, y)
            fmax max(x, y)
            minimum min(x, y)
            maximum max(x, y)
            fmod x - y*sign(x/y)*floor(abs(x/y))
            leakyrelu max(x, x/100)
            expit sigmoid(x)
            ndtr normcdf(x)
            phi normcdf(x)
            psi digamma(x)
            gammaln lgamma(x)
            loggamma lgamma(x)
            beta gamma(x)*gamma(y)/gamma(x + y)
            binomial gamma(n + 1)/(gamma(k + 1)*gamma(n - k + 1))
            trigamma polygamma(1, x)
            jn besselj(n, x)
            j0 besselj0(x)
            j1 besselj(1, x)
            lerp a + t*(b - a)
            """;
    // spotless:on

    private static final Map<String, String> NAMES = Arrays.stream(TABLE.split("\n"))
            .map(row -> row.split(" ", 2))
            .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));

    private Elsewhere() {}

    /** What to write for a call of that name. */
    static Optional<String> meaning(String name) {
        return Optional.ofNullable(NAMES.get(name.toLowerCase(Locale.ROOT)));
    }
}
