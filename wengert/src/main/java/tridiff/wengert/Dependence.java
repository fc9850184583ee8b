package tridiff.wengert;

/** What lines of a list depend on, and how. */
final class Dependence {

    private Dependence() {}

    /** Which lines these need, they themselves included. */
    static boolean[] neededFor(WengertList list, int... lines) {
        boolean[] needed = new boolean[list.size()];
        for (int line : lines) {
            needed[line] = true;
        }
        for (int i = list.size() - 1; i >= 0; i--) {
            for (int argument : needed[i] ? list.arguments(i) : new int[0]) {
                needed[argument] = true;
            }
        }
        return needed;
    }

    /** Which lines depend on any of the wanted inputs. */
    static boolean[] on(WengertList list, boolean[] wanted) {
        boolean[] depends = new boolean[list.size()];
        int next = 0;
        for (int i = 0; i < list.size(); i++) {
            if (list.kinds[i] == OpKind.INPUT) {
                depends[i] = wanted[next++];
            } else {
                for (int argument : list.arguments(i)) {
                    depends[i] |= depends[argument];
                }
            }
        }
        return depends;
    }

    /**
     * Which lines change smoothly with any of the wanted inputs. What only steps, and the choice between constants, depends on inputs
     * and is constant all the same, unless it jumps.
     */
    static boolean[] moving(WengertList list, boolean[] wanted) {
        boolean[] moves = new boolean[list.size()];
        int next = 0;
        for (int i = 0; i < list.size(); i++) {
            switch (list.kinds[i]) {
                case INPUT -> moves[i] = wanted[next++];
                case CHOICE -> moves[i] = moves[list.b[i]] || moves[list.c[i]];
                case UNARY ->
                    moves[i] = moves[list.a[i]] && !list.operation(i).facts().isStep();
                case BINARY ->
                    moves[i] = (moves[list.a[i]] || moves[list.b[i]])
                            && !list.operation(i).facts().isStep();
                case LOOP -> {
                    for (int argument : list.call(i).arguments()) {
                        moves[i] |= moves[argument];
                    }
                }
                case CONSTANT -> {
                    // never
                }
            }
        }
        return moves;
    }

    /** Whether a line may jump: a choice, a step, atan2 at its cut. */
    static boolean mayJump(WengertList list, int line) {
        return switch (list.kinds[line]) {
            case CHOICE -> true;
            case UNARY, BINARY -> list.operation(line).facts().mayJump();
            case LOOP -> list.loop(line).mayJump();
            case INPUT, CONSTANT -> false;
        };
    }
}
