package tridiff.symbolic.measure;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tridiff.expr.Algebra;
import tridiff.expr.Arithmetic;
import tridiff.expr.Binary;
import tridiff.expr.Constant;
import tridiff.expr.Elementary;
import tridiff.expr.Expr;
import tridiff.expr.Rational;
import tridiff.expr.Repeated;
import tridiff.expr.Unary;
import tridiff.wengert.WengertList;

/**
 * Formulas as an algebra that keeps of them what is counted: nodes and operations, as a tree and with equal parts once.
 *
 * <p>Parts are equal if they are written the same: x·y and y·x are two. Every number is one node. With local rules nothing is written
 * for 0·u, 1·u, u + 0, and arithmetic on numbers is done: what any program does that differentiates formulas.
 */
final class NodeCounter implements Algebra<NodeCounter.Node> {

    /** One distinct part of formulas. */
    static final class Node {
        private final int number;
        private final Rational value;
        private final boolean isOperation;
        private final List<Node> arguments;
        private final BigInteger tree;
        private final BigInteger operations;

        private Node(int number, Rational value, boolean isOperation, List<Node> arguments) {
            this.number = number;
            this.value = value;
            this.isOperation = isOperation;
            this.arguments = arguments;
            BigInteger nodes = BigInteger.ONE;
            BigInteger calls = isOperation ? BigInteger.ONE : BigInteger.ZERO;
            for (Node x : arguments) {
                nodes = nodes.add(x.tree);
                calls = calls.add(x.operations);
            }
            this.tree = nodes.min(WengertList.HUGE);
            this.operations = calls.min(WengertList.HUGE);
        }

        private boolean is(int n) {
            return value != null && value.equals(Rational.of(n));
        }
    }

    private final boolean local;
    private final Map<List<Object>, Node> nodes = new HashMap<>();

    NodeCounter(boolean local) {
        this.local = local;
    }

    private Node node(Rational value, boolean isOperation, Object what, Node... arguments) {
        var key = new ArrayList<Object>(List.of(what));
        for (Node x : arguments) {
            key.add(x.number);
        }
        Node known = nodes.get(key);
        if (known == null) {
            known = new Node(nodes.size(), value, isOperation, List.of(arguments));
            nodes.put(key, known);
        }
        return known;
    }

    Node variable(Expr.Var v) {
        return node(null, false, "variable " + v.name());
    }

    /** Formulas as they are. */
    List<Node> write(List<Expr> formulas) {
        var written = new HashMap<Long, Node>();
        for (Expr e : Expr.nodes(formulas)) {
            written.put(e.number(), e.match(new Expr.Visitor<Node>() {
                private Node of(Expr part) {
                    return written.get(part.number());
                }

                @Override
                public Node constant(Constant value) {
                    return NodeCounter.this.constant(value);
                }

                @Override
                public Node variable(Expr.Var variable) {
                    return NodeCounter.this.variable(variable);
                }

                @Override
                public Node call(Unary f, Expr x) {
                    return apply(f, of(x));
                }

                @Override
                public Node call(Binary f, Expr x, Expr y) {
                    return apply(f, of(x), of(y));
                }

                /** Written out, repetition by repetition. */
                @Override
                public Node repeated(Repeated loop) {
                    var list = WengertList.of(loop, List.of());
                    return list.in(
                                    NodeCounter.this,
                                    list.inputs().stream()
                                            .map(name -> NodeCounter.this.variable(Expr.variable(name)))
                                            .toList())
                            .get(0);
                }

                @Override
                public Node choice(Expr condition, Expr yes, Expr no) {
                    return choose(of(condition), of(yes), of(no));
                }
            }));
        }
        return formulas.stream().map(e -> written.get(e.number())).toList();
    }

    @Override
    public Node constant(Constant c) {
        return node(c instanceof Rational r ? r : null, false, c);
    }

    @Override
    public Node apply(Unary f, Node x) {
        boolean number = f == Elementary.NEGATE && x.value != null;
        return number ? constant(x.value.negate()) : node(null, true, f, x);
    }

    @Override
    public Node apply(Binary f, Node x, Node y) {
        Node simpler = local && f instanceof Arithmetic operator ? simpler(operator, x, y) : null;
        return simpler != null ? simpler : node(null, true, f, x, y);
    }

    private Node simpler(Arithmetic f, Node x, Node y) {
        boolean numbers = x.value != null && y.value != null;
        return switch (f) {
            case PLUS -> numbers ? constant(x.value.plus(y.value)) : x.is(0) ? y : y.is(0) ? x : null;
            case MINUS ->
                numbers ? constant(x.value.minus(y.value)) : y.is(0) ? x : x.is(0) ? apply(Elementary.NEGATE, y) : null;
            case TIMES ->
                numbers
                        ? constant(x.value.times(y.value))
                        : x.is(0) || y.is(0) ? constant(0) : x.is(1) ? y : y.is(1) ? x : null;
            case OVER -> x.is(0) ? constant(0) : y.is(1) ? x : null;
            case POWER -> y.is(1) ? x : null;
        };
    }

    @Override
    public Node power(Node x, Rational n) {
        return apply(Arithmetic.POWER, x, constant(n));
    }

    @Override
    public Node choose(Node condition, Node yes, Node no) {
        return node(null, true, "if", condition, yes, no);
    }

    /** What several formulas come to together. */
    static Sizes sizes(List<Node> roots, BigInteger characters) {
        BigInteger tree = BigInteger.ZERO;
        BigInteger operations = BigInteger.ZERO;
        var seen = new BitSet();
        var open = new java.util.ArrayDeque<Node>(roots);
        int shared = 0;
        int sharedOperations = 0;
        for (Node root : roots) {
            tree = tree.add(root.tree);
            operations = operations.add(root.operations);
        }
        while (!open.isEmpty()) {
            Node x = open.pop();
            if (!seen.get(x.number)) {
                seen.set(x.number);
                shared++;
                sharedOperations += x.isOperation ? 1 : 0;
                x.arguments.forEach(open::push);
            }
        }
        return new Sizes(tree, operations, characters, shared, sharedOperations);
    }
}
