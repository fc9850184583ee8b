package tridiff.symbolic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.StringWriter;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.WriterAppender;
import org.apache.logging.log4j.core.layout.PatternLayout;
import org.junit.jupiter.api.Test;
import tridiff.expr.Expr;
import tridiff.expr.text.Parser;

/** A program that uses the simplifier keeps its own logging. */
class HostLoggingTest {

    @Test
    void the_library_brings_no_settings_of_log4j() {
        assertNull(HostLoggingTest.class.getResource("/log4j2.component.properties"));
    }

    @Test
    void the_hosts_format_is_kept() {
        Expr f = Parser.parse("x*sin(x)");
        SymbolicDerivative.simplified().derivative(f, f.variables().get(0));
        var context = (LoggerContext) LogManager.getContext(false);
        var written = new StringWriter();
        var layout = PatternLayout.newBuilder()
                .withPattern("host %level %msg")
                .withConfiguration(context.getConfiguration())
                .build();
        var appender = WriterAppender.createAppender(layout, null, written, "host", false, true);
        appender.start();
        context.getConfiguration().getRootLogger().addAppender(appender, null, null);
        context.updateLoggers();
        LogManager.getLogger("host").error("differentiated");
        assertEquals("host ERROR differentiated", written.toString());
    }
}
