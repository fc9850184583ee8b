package tridiff.reference.ball;

/** A real function extended to balls: f.at(X, p) contains f(x) for every x in X, with an error near 2^-p where X is a point. */
@FunctionalInterface
public interface BallFunction {

    Ball at(Ball x, int precision);
}
