package tridiff.compare.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sentence with places for arguments, such as {@code {0} is infinite in doubles}. It can be filled, and a sentence that was filled
 * can be taken apart again.
 *
 * @param literals the text before, between and after the places, one more than there are places
 * @param places the number of the argument at each place
 */
record Template(List<String> literals, List<Integer> places) {

    static Template of(String pattern) {
        var literals = new ArrayList<String>();
        var places = new ArrayList<Integer>();
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            literals.add(pattern.substring(from, open));
            places.add(Integer.parseInt(pattern.substring(open + 1, close)));
            from = close + 1;
        }
        literals.add(pattern.substring(from));
        return new Template(literals, places);
    }

    String filled(List<String> arguments) {
        var text = new StringBuilder(literals.get(0));
        for (int i = 0; i < places.size(); i++) {
            text.append(arguments.get(places.get(i))).append(literals.get(i + 1));
        }
        return text.toString();
    }

    /** Whether the argument of that number stands in quotes. */
    boolean quotes(int argument) {
        return literals.get(places.indexOf(argument)).endsWith("'");
    }

    /** How much of it is not left to the arguments. */
    int weight() {
        return literals.stream().mapToInt(String::length).sum();
    }

    /** The arguments with which it makes this text, if there are any; the shortest ones from the left, found in one pass. */
    Optional<List<String>> arguments(String text) {
        int last = places.size();
        if (!text.startsWith(literals.get(0)) || !text.endsWith(literals.get(last))) {
            return Optional.empty();
        }
        String[] arguments = new String[last];
        int from = literals.get(0).length();
        for (int i = 0; i < last; i++) {
            String next = literals.get(i + 1);
            int to = i + 1 == last ? text.length() - next.length() : text.indexOf(next, from);
            if (to <= from) {
                return Optional.empty();
            }
            arguments[places.get(i)] = text.substring(from, to);
            from = to + next.length();
        }
        return from == text.length() ? Optional.of(List.of(arguments)) : Optional.empty();
    }
}
