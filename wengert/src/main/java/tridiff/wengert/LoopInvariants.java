package tridiff.wengert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes out of a loop what is the same in each of its repetitions: it is written before the loop and handed in as a parameter. */
final class LoopInvariants {

    private final ListBuilder writer;
    private final Loop loop;
    private final List<Integer> parameters;
    private final List<Integer> arguments;
    private final Loop rest;

    LoopInvariants(ListBuilder writer, Loop loop, List<Integer> given) {
        this.writer = writer;
        this.loop = loop;
        int own = loop.states() + loop.parameters();
        this.parameters = given.subList(loop.states(), own);
        var moved = new ArrayList<Integer>(); // lines outside
        Map<Integer, Integer> ofBody = moved(loop.body(), moved);
        Map<Integer, Integer> ofBackward = loop.backward() == null ? Map.of() : moved(loop.backward(), moved);
        this.arguments = new ArrayList<>(given.subList(0, own));
        arguments.addAll(moved);
        arguments.addAll(given.subList(own, given.size()));
        this.rest = moved.isEmpty()
                ? loop
                : loop.with(
                        without(loop.body(), ofBody, moved.size()),
                        loop.backward() == null ? null : without(loop.backward(), ofBackward, moved.size()));
    }

    /** The loop that remains. */
    Loop loop() {
        return rest;
    }

    int[] arguments() {
        return arguments.stream().mapToInt(i -> i).toArray();
    }

    /** Writes the invariant lines that others need; returns for each which of those moved out it is. */
    private Map<Integer, Integer> moved(WengertList list, List<Integer> moved) {
        boolean[] ofParameters = new boolean[list.inputCount()];
        boolean[] others = new boolean[list.inputCount()];
        for (int i = 0; i < ofParameters.length; i++) {
            ofParameters[i] = i > loop.states() && i <= loop.states() + loop.parameters();
            others[i] = !ofParameters[i];
        }
        boolean[] varies = list.dependsOn(others);
        boolean[] depends = list.dependsOn(ofParameters);
        boolean[] isNeeded = new boolean[list.size()];
        for (int i = 0; i < list.size(); i++) {
            if (varies[i]) {
                for (int argument : list.arguments(i)) {
                    isNeeded[argument] = true;
                }
            }
        }
        for (int i = 0; i < list.outputCount(); i++) {
            isNeeded[list.output(i)] = true;
        }
        var inputs = new ArrayList<Integer>();
        for (int i = 0; i < list.inputCount(); i++) {
            inputs.add(ofParameters[i] ? parameters.get(i - loop.states() - 1) : null);
        }
        List<Integer> outside = list.sweep(writer, inputs, line -> !varies[line], line -> null);
        var found = new LinkedHashMap<Integer, Integer>();
        for (int i = 0; i < list.size(); i++) {
            if (!varies[i] && depends[i] && isNeeded[i] && list.kind(i) != OpKind.INPUT) {
                found.put(i, moved.size());
                moved.add(outside.get(i));
            }
        }
        return found;
    }

    /** The list with so many parameters more, some of them in place of lines. */
    private WengertList without(WengertList list, Map<Integer, Integer> moved, int more) {
        var body = ListBuilder.verbatim();
        int own = 1 + loop.states() + loop.parameters();
        var inputs = new ArrayList<>(body.inputs("v", own));
        List<Integer> parametersMore = body.inputs("m", more);
        for (int i = own; i < list.inputCount(); i++) {
            inputs.add(body.input("v" + i));
        }
        List<Integer> lines = list.sweep(body, inputs, line -> true, line -> {
            Integer which = moved.get(line);
            return which == null ? null : parametersMore.get(which);
        });
        int[] results = new int[list.outputCount()];
        java.util.Arrays.setAll(results, i -> lines.get(list.output(i)));
        return body.finish(results);
    }
}
