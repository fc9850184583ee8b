package tridiff.autodiff.reverse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tridiff.expr.Binary;
import tridiff.expr.Unary;
import tridiff.wengert.ListBuilder;
import tridiff.wengert.OpKind;
import tridiff.wengert.WengertList;

/**
 * Which regions of a list have one way in and one way out, so that their derivative may be written first and then be multiplied
 * with the adjoint once: preaccumulation (Griewank and Walther, Evaluating Derivatives, 2008, section 10.2).
 *
 * <p>In y = 4x·(1 - x) the plain sweep writes 4·(ȳ·(1 - x)) - ȳ·4x, four operations one behind the other; dy/dx = 4·(1 - x) - 4x and
 * then ȳ·dy/dx are three, and only one of them waits for ȳ. A region is taken only where that saves operations.
 */
final class Preaccumulation {

    private static final int NONE = -1;
    private static final int LONGEST = 24; // lines: keeps the search linear
    private static final int MOST_KNOWN = 16; // shapes

    private final WengertList list;
    private final boolean[] depends;
    private final boolean[] moves;
    private final int[]
            entry; // the line that all ways from a wanted input to a line lead through, the last such; NONE if none
    private final int[] distance; // of a line from the beginning, in entries
    private final int[] uses; // as an operand and as a result
    private final List<Known> known = new ArrayList<>();

    /** What was found out about regions of one shape. */
    private record Known(WengertList list, boolean saves) {}

    /**
     * Looks for them.
     *
     * @param depends which lines depend on the inputs to be differentiated by
     * @param moves which of them do not only step
     */
    Preaccumulation(WengertList list, boolean[] depends, boolean[] moves) {
        this.list = list;
        this.depends = depends;
        this.moves = moves;
        this.entry = new int[list.size()];
        this.distance = new int[list.size()];
        this.uses = new int[list.size()];
        Arrays.fill(entry, NONE);
        for (int i = 0; i < list.size(); i++) {
            for (int argument : list.arguments(i)) {
                uses[argument]++;
            }
            if (moves[i] && isOperation(i)) {
                entry[i] = entryOf(i);
                distance[i] = entry[i] == NONE ? 0 : distance[entry[i]] + 1;
            }
        }
        for (int output : list.outputs()) {
            uses[output]++;
        }
    }

    private boolean isOperation(int line) {
        return list.kind(line) == OpKind.UNARY || list.kind(line) == OpKind.BINARY;
    }

    /** Of two operands, where their ways meet first when they are followed back. */
    private int entryOf(int line) {
        int x = NONE;
        for (int operand = 0; operand < list.operands(line); operand++) {
            int argument = list.operand(line, operand);
            if (moves[argument]) {
                x = x == NONE ? argument : meeting(x, argument);
                if (x == NONE) {
                    return NONE;
                }
            }
        }
        return x;
    }

    private int meeting(int line, int other) {
        int x = line;
        int y = other;
        for (int steps = 0; x != y; steps++) {
            if (x == NONE || y == NONE || steps > LONGEST) {
                return NONE;
            }
            if (distance[x] >= distance[y]) {
                x = entry[x];
            } else {
                y = entry[y];
            }
        }
        return x;
    }

    /**
     * Lines with one way in and one way out.
     *
     * @param entry the line before them that all others depend on through
     * @param lines from the last, the only one that others use, to the first
     */
    record Region(int entry, List<Integer> lines) {}

    /** The region that ends with a line, if its derivative is better written first; else null. */
    Region endingWith(int line) {
        boolean joins =
                list.kind(line) == OpKind.BINARY && moves[list.operand(line, 0)] && moves[list.operand(line, 1)];
        if (!joins || entry[line] == NONE) {
            return null;
        }
        var region = new Region(entry[line], between(entry[line], line));
        return region.lines.size() > 1 && isClosed(region) && saves(region) ? region : null;
    }

    private List<Integer> between(int first, int last) {
        var found = new TreeSet<Integer>(Comparator.reverseOrder());
        Deque<Integer> open = new ArrayDeque<>(List.of(last));
        while (!open.isEmpty() && found.size() <= LONGEST) {
            int line = open.pop();
            if (line != first && moves[line] && found.add(line)) {
                for (int operand = 0; operand < list.operands(line); operand++) {
                    open.push(list.operand(line, operand));
                }
            }
        }
        return List.copyOf(found);
    }

    /** Whether all is there, nobody else uses a line but the last, and none jumps. */
    private boolean isClosed(Region region) {
        if (region.lines.size() > LONGEST) {
            return false;
        }
        for (int line : region.lines) {
            boolean isLast = line == region.lines.get(0);
            if (list.mayJump(line) || usesSteps(line) || !isLast && uses[line] != usesOf(line, region)) {
                return false;
            }
        }
        return true;
    }

    private boolean usesSteps(int line) {
        for (int operand = 0; operand < list.operands(line); operand++) {
            int argument = list.operand(line, operand);
            if (depends[argument] && !moves[argument]) {
                return true;
            }
        }
        return false;
    }

    private int usesOf(int line, Region region) {
        int count = 0;
        for (int user : region.lines) {
            for (int operand = 0; operand < list.operands(user); operand++) {
                count += list.operand(user, operand) == line ? 1 : 0;
            }
        }
        return count;
    }

    private boolean saves(Region region) {
        WengertList alone = alone(region);
        for (Known shape : known) {
            if (shape.list.isSameAs(alone)) {
                return shape.saves;
            }
        }
        var shape = new Known(alone, operations(alone, true) < operations(alone, false));
        if (known.size() < MOST_KNOWN) {
            known.add(shape);
        }
        return shape.saves;
    }

    /** A region as a list of its own, whose first input is the entry and whose results are all lines, the last one first. */
    private WengertList alone(Region region) {
        var writer = ListBuilder.verbatim();
        var written = new HashMap<Integer, Integer>();
        written.put(region.entry, writer.input("x"));
        IntFunction<Integer> operand = line -> written.computeIfAbsent(
                line, l -> list.exact(l) != null ? writer.constant(list.exact(l)) : writer.input("p" + written.size()));
        for (int i = region.lines.size() - 1; i >= 0; i--) {
            int line = region.lines.get(i);
            Integer x = operand.apply(list.operand(line, 0));
            written.put(
                    line,
                    list.kind(line) == OpKind.UNARY
                            ? writer.apply((Unary) list.what(line), x)
                            : writer.apply((Binary) list.what(line), x, operand.apply(list.operand(line, 1))));
        }
        return writer.finish(region.lines.stream().mapToInt(written::get).toArray());
    }

    /** Operations of the values and of the entry's adjoint, with the derivative written first or not. */
    private static long operations(WengertList alone, boolean first) {
        var writer = ListBuilder.folding();
        List<Integer> inputs = alone.inputs().stream().map(writer::input).toList();
        int adjoint = writer.input("w");
        boolean[] byEntry = new boolean[inputs.size()];
        byEntry[0] = true;
        List<Integer> values = alone.sweep(writer, inputs);
        var sweep = new ReverseSweep<>(writer, alone, values, byEntry);
        sweep.seed(alone.output(0), first ? writer.constant(1) : adjoint);
        int result = sweep.from(alone.size() - 1).get(alone.inputLines()[0]);
        var needed = IntStream.of(alone.outputs()).map(values::get);
        return writer.finish(IntStream.concat(needed, IntStream.of(first ? writer.times(adjoint, result) : result))
                        .toArray())
                .operations();
    }
}
