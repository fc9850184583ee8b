package tridiff.wengert;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.IdentityHashMap;

/** The canonical order of a list. */
final class OrderOfUse {

    private OrderOfUse() {}

    /** The same with inputs first and each line as late as it is needed, from the first result on: equal formulas become equal lists. */
    static WengertList of(WengertList list) {
        int[] outputs = list.outputs();
        int[] position = new int[list.size()];
        Arrays.fill(position, -1);
        int count = 0;
        for (int i = 0; i < list.size(); i++) {
            if (list.kinds[i] == OpKind.INPUT) {
                position[i] = count++;
            }
        }
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = outputs.length - 1; i >= 0; i--) {
            open.push(outputs[i]);
        }
        while (!open.isEmpty()) {
            int line = open.peek();
            int[] arguments = list.arguments(line);
            boolean ready = true;
            for (int i = arguments.length - 1; i >= 0 && position[line] < 0; i--) {
                if (position[arguments[i]] < 0) {
                    open.push(arguments[i]);
                    ready = false;
                }
            }
            if (ready) {
                open.pop();
                for (int i = firstOfLoop(list, line); position[line] < 0; i++) {
                    position[i] = position[i] < 0 ? count++ : position[i];
                }
            }
        }
        return reordered(list, position, count);
    }

    /** The first line of the loop that a line is a result of; the line itself if it is none. */
    private static int firstOfLoop(WengertList list, int line) {
        int first = line;
        while (list.kinds[line] == OpKind.LOOP && !list.beginsLoop(first)) {
            first--;
        }
        return first;
    }

    private static WengertList reordered(WengertList list, int[] position, int count) {
        var reordered = new WengertList(
                count,
                list.inputs(),
                Arrays.stream(list.outputs()).map(o -> position[o]).toArray());
        var calls = new IdentityHashMap<Object, LoopCall>();
        for (int i = 0; i < list.size(); i++) {
            int to = position[i];
            if (to >= 0) {
                boolean loop = list.kinds[i] == OpKind.LOOP;
                reordered.kinds[to] = list.kinds[i];
                reordered.exact[to] = list.exact[i];
                reordered.what[to] = loop
                        ? calls.computeIfAbsent(
                                list.what[i],
                                c -> new LoopCall(
                                        ((LoopCall) c).loop(),
                                        Arrays.stream(((LoopCall) c).arguments())
                                                .map(a -> position[a])
                                                .toArray()))
                        : list.what[i];
                reordered.a[to] = list.a[i] < 0 ? list.a[i] : position[list.a[i]];
                reordered.b[to] = loop || list.b[i] < 0 ? list.b[i] : position[list.b[i]];
                reordered.c[to] = list.c[i] < 0 ? list.c[i] : position[list.c[i]];
            }
        }
        return reordered;
    }

    /** Whether two lists have the same lines and results; the names of inputs do not matter. */
    static boolean areSame(WengertList list, WengertList that) {
        if (list.size() != that.size() || !Arrays.equals(list.outputs(), that.outputs())) {
            return false;
        }
        for (int i = 0; i < list.size(); i++) {
            boolean same = list.kinds[i] == that.kinds[i]
                    && list.a[i] == that.a[i]
                    && list.b[i] == that.b[i]
                    && list.c[i] == that.c[i]
                    && (list.kinds[i] == OpKind.INPUT
                            || list.what[i] == that.what[i]
                            || list.what[i] != null && list.what[i].equals(that.what[i]));
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
