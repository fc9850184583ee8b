package tridiff.charts.style;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import tridiff.expr.said.Said;

/**
 * The end of a series and what is written beside it.
 *
 * @param lines the name, then what is to be said
 * @param x where the series ends
 * @param y where the series ends, and where its label would be if it were alone
 */
public record LineEnd(List<Said> lines, Look look, double x, double y) {

    static final double LINE = 15;
    private static final double SPACE = 4;

    private double height() {
        return LINE * lines.size() + SPACE;
    }

    /** Labels that have been pushed against each other and move as one. */
    private record Block(List<LineEnd> members, double middle) {

        double height() {
            return members.stream().mapToDouble(LineEnd::height).sum();
        }

        List<Double> middles() {
            var middles = new ArrayList<Double>();
            double y = middle - height() / 2;
            for (LineEnd member : members) {
                middles.add(y + member.height() / 2);
                y += member.height();
            }
            return middles;
        }

        Block inside(double top, double bottom) {
            double least = top + height() / 2;
            return new Block(members, Math.max(least, Math.min(bottom - height() / 2, middle)));
        }

        boolean overlaps(Block below) {
            return middle + height() / 2 > below.middle - below.height() / 2;
        }

        Block joined(Block below, double top, double bottom) {
            var all = new ArrayList<>(members);
            all.addAll(below.members);
            double offset = 0;
            double sum = 0;
            for (LineEnd member : all) {
                sum += member.y - (offset + member.height() / 2);
                offset += member.height();
            }
            return new Block(all, sum / all.size() + offset / 2).inside(top, bottom);
        }
    }

    /** The middles of the labels: without overlap, between top and bottom, in the order of the ends, each as near as can be. */
    static List<Double> spread(List<LineEnd> ends, double top, double bottom) {
        List<Integer> downwards = IntStream.range(0, ends.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> ends.get(i).y))
                .toList();
        Deque<Block> blocks = new ArrayDeque<>();
        for (int i : downwards) {
            Block block = new Block(List.of(ends.get(i)), ends.get(i).y).inside(top, bottom);
            while (!blocks.isEmpty() && blocks.peekLast().overlaps(block)) {
                block = blocks.removeLast().joined(block, top, bottom);
            }
            blocks.addLast(block);
        }
        List<Double> middles =
                blocks.stream().flatMap(b -> b.middles().stream()).toList();
        return IntStream.range(0, ends.size())
                .mapToObj(i -> middles.get(downwards.indexOf(i)))
                .toList();
    }
}
