package tridiff.expr.said;

import java.util.ArrayList;
import java.util.List;

/**
 * A sentence with places for arguments, such as {@code {0} is infinite in doubles}; a quote is a quote.
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
}
