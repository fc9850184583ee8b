package tridiff.wengert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tridiff.expr.Binary;
import tridiff.expr.Unary;

/**
 * Sums over the same range as one sum with several results, where none needs another: the terms of a function and of its gradient
 * have most of their lines in common.
 */
final class LoopFusion {

    private final WengertList list;
    private final int[]
            group; // of the loop that begins at a line: the first line of the first loop of its group; else -1
    private final Map<Integer, List<Integer>> members = new LinkedHashMap<>();
    private final ListBuilder writer = ListBuilder.verbatim();
    private final int[] written; // the new line of an old one; -1 if there is none yet

    private LoopFusion(WengertList list) {
        this.list = list;
        this.group = new int[list.size()];
        this.written = new int[list.size()];
        Arrays.fill(group, -1);
        Arrays.fill(written, -1);
    }

    /** The list with its sums fused; the same list if there are none to fuse. */
    static WengertList of(WengertList list) {
        var fusion = new LoopFusion(list);
        fusion.findGroups();
        return fusion.members.values().stream().anyMatch(m -> m.size() > 1) ? fusion.rewritten() : list;
    }

    private void findGroups() {
        for (int i = 0; i < list.size(); i++) {
            if (list.beginsLoop(i) && list.loop(i).kind() == Loop.Kind.SUM) {
                boolean[] needs = ancestors(i);
                int found = i;
                for (int first : members.keySet()) {
                    if (haveOneRange(list.loop(first), list.loop(i)) && !needsLoopSince(needs, first)) {
                        found = first;
                        break;
                    }
                }
                group[i] = found;
                members.computeIfAbsent(found, key -> new ArrayList<>()).add(i);
            }
        }
    }

    private static boolean haveOneRange(Loop a, Loop b) {
        return a.from() == b.from() && a.to() == b.to();
    }

    /** Whether the result of that loop or of a later one is among the lines: only what needs earlier loops can move to its place. */
    private boolean needsLoopSince(boolean[] needs, int loop) {
        for (int i = loop; i < list.size(); i++) {
            if (needs[i] && list.kind(i) == OpKind.LOOP) {
                return true;
            }
        }
        return false;
    }

    /** The lines that a line needs. */
    private boolean[] ancestors(int line) {
        return Dependence.neededFor(list, list.arguments(line));
    }

    private WengertList rewritten() {
        for (int i = 0; i < list.size(); i++) {
            write(i);
        }
        return writer.finish(Arrays.stream(list.outputs()).map(o -> written[o]).toArray());
    }

    /** Writes a line, and before it whatever it needs: a fused sum may need lines that come later in the old list. */
    private void write(int line) {
        if (written[line] >= 0) {
            return;
        }
        if (list.kind(line) == OpKind.LOOP) {
            int first = line;
            while (!list.beginsLoop(first)) {
                first--;
            }
            writeLoop(first);
            return;
        }
        written[line] = switch (list.kind(line)) {
            case INPUT -> writer.input(list.input(line));
            case CONSTANT -> writer.constant(list.constant(line));
            case UNARY -> writer.apply((Unary) list.what[line], (Integer) written[list.a[line]]);
            case BINARY ->
                writer.apply(
                        (Binary) list.what[line], (Integer) written[list.a[line]], (Integer) written[list.b[line]]);
            case CHOICE -> writer.choose(written[list.a[line]], written[list.b[line]], written[list.c[line]]);
            case LOOP -> throw new IllegalStateException("a loop is written as a whole");
        };
    }

    private void writeLoop(int first) {
        List<Integer> all = group[first] < 0 ? List.of(first) : members.get(group[first]);
        var needed = new TreeSet<Integer>();
        for (int loop : all) {
            boolean[] needs = ancestors(loop);
            for (int i = 0; i < needs.length; i++) {
                if (needs[i]) {
                    needed.add(i);
                }
            }
        }
        needed.forEach(this::write);
        if (all.size() == 1) {
            List<Integer> arguments = new ArrayList<>();
            for (int argument : list.arguments(first)) {
                arguments.add(written[argument]);
            }
            List<Integer> results = writer.loop(list.loop(first), arguments);
            keep(first, results);
        } else {
            fuse(all);
        }
    }

    private void keep(int first, List<Integer> results) {
        for (int i = first; i < list.size() && list.what[i] == list.what[first]; i++) {
            written[i] = results.get(list.b[i]);
        }
    }

    private void fuse(List<Integer> loops) {
        var body = ListBuilder.verbatim();
        int index = body.input("i");
        var parameters = new LinkedHashMap<Integer, Integer>(); // line outside to line inside
        var results = new ArrayList<Integer>();
        var start = new HashMap<Integer, Integer>();
        for (int loop : loops) {
            for (int argument : list.arguments(loop)) {
                parameters.computeIfAbsent(written[argument], a -> body.input("p" + parameters.size()));
            }
        }
        for (int loop : loops) {
            var inputs = new ArrayList<Integer>(List.of(index));
            for (int argument : list.arguments(loop)) {
                inputs.add(parameters.get(written[argument]));
            }
            start.put(loop, results.size());
            results.addAll(list.loop(loop).body().in(body, inputs));
        }
        Loop one = list.loop(loops.get(0));
        Loop fused = Loop.sum(one.from(), one.to(), body.finish(results), one.names());
        List<Integer> lines = writer.loop(fused, List.copyOf(parameters.keySet()));
        for (int loop : loops) {
            int own = start.get(loop);
            keep(loop, lines.subList(own, own + list.loop(loop).results()));
        }
    }
}
