package tridiff.charts.style;

import java.awt.AWTError;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.awt.Rectangle;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;

/** Pictures in a window, a tab for each, drawn anew at the size of the window. */
public final class PictureWindow {

    private PictureWindow() {}

    /** Whether there is a screen; not so on most servers, and where Java came without its window toolkit. */
    public static boolean isPossible() {
        try {
            return !GraphicsEnvironment.isHeadless()
                    && GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length > 0;
        } catch (HeadlessException | AWTError | LinkageError noScreen) {
            return false;
        }
    }

    /**
     * Shows pictures by their names until the window is closed.
     *
     * @throws HeadlessException if there is no screen
     * @throws InterruptedException if the thread is interrupted while the window is open
     */
    public static void show(Map<String, Picture> pictures) throws InterruptedException {
        var closed = new CountDownLatch(1);
        SwingUtilities.invokeLater(() -> open(pictures, closed));
        closed.await();
    }

    private static void open(Map<String, Picture> pictures, CountDownLatch closed) {
        var tabs = new JTabbedPane();
        pictures.forEach((name, picture) -> tabs.addTab(name, new Canvas(picture)));
        var window = new JFrame("tridiff");
        window.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        window.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosed(WindowEvent e) {
                closed.countDown();
            }
        });
        window.add(tabs);
        window.pack();
        Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
        window.setSize(Math.min(window.getWidth(), screen.width), Math.min(window.getHeight(), screen.height));
        window.setLocationByPlatform(true);
        window.setVisible(true);
    }

    /** A picture, as large as there is room. */
    private static final class Canvas extends JPanel {
        private static final long serialVersionUID = 1;
        private final transient Picture picture;

        Canvas(Picture picture) {
            this.picture = picture;
            setBackground(Theme.PAPER);
            setPreferredSize(new Dimension(picture.width(), picture.height()));
        }

        @Override
        protected void paintComponent(Graphics g) {
            super.paintComponent(g);
            picture.paintWithin((Graphics2D) g, getWidth(), getHeight());
        }
    }
}
