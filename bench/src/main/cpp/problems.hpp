// Values and gradients of the functions of the benchmarks, written by hand in C++ as in the classes of tridiff.bench: the same
// formulas in the same order, over the same data. Scratch space is allocated once.

#pragma once

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

using Numbers = std::vector<double>;

class Problem {
  public:
    virtual ~Problem() = default;
    virtual double value(const double* x) = 0;
    /** Returns the value. */
    virtual double gradient(const double* x, double* g) = 0;
};

/** Both from one function run<WITH_GRADIENT>(x, g). */
template <typename F>
class Both : public Problem {
  public:
    explicit Both(int size) : n(size) {}
    double value(const double* x) override { return static_cast<F*>(this)->template run<false>(x, nullptr); }
    double gradient(const double* x, double* g) override { return static_cast<F*>(this)->template run<true>(x, g); }

  protected:
    const int n;
};

class Speelpenning : public Both<Speelpenning> {
  public:
    using Both::Both;

    template <bool WITH_GRADIENT>
    double run(const double* x, double* g) {
        double before = 1;
        for (int i = 0; i < n; i++) {
            if constexpr (WITH_GRADIENT) {
                g[i] = before;
            }
            before *= x[i];
        }
        if constexpr (WITH_GRADIENT) {
            double after = 1;
            for (int i = n - 1; i >= 0; i--) {
                g[i] *= after;
                after *= x[i];
            }
        }
        return before;
    }
};

class Helmholtz : public Both<Helmholtz> {
  public:
    explicit Helmholtz(int size) : Both(size), b(n), a(static_cast<size_t>(n) * n), products(n) {
        for (int i = 0; i < n; i++) {
            b[i] = 1.0 / (20 * (i + 2));
            for (int j = 0; j < n; j++) {
                a[static_cast<size_t>(i) * n + j] = 1.0 / (10 * (i + j + 3));
            }
        }
    }

    template <bool WITH_GRADIENT>
    double run(const double* x, double* g) {
        double bx = dot(b.data(), x);
        double mixing = 0;
        double quadratic = 0;
        double total = 0;
        for (int i = 0; i < n; i++) {
            double logarithm = std::log(x[i] / (1 - bx));
            double product = dot(a.data() + static_cast<size_t>(i) * n, x);
            mixing += x[i] * logarithm;
            quadratic += x[i] * product;
            if constexpr (WITH_GRADIENT) {
                products[i] = product;
                total += x[i];
                g[i] = logarithm + 1;
            }
        }
        double above = 1 + (1 + ROOT) * bx;
        double below = 1 + (1 - ROOT) * bx;
        double by_quadratic = -std::log(above / below) / (ROOT8 * bx);
        if constexpr (WITH_GRADIENT) {
            double by_logarithm = -quadratic / (ROOT8 * bx);
            double by_b = total / (1 - bx) - by_quadratic * quadratic / bx
                    + by_logarithm * ((1 + ROOT) / above - (1 - ROOT) / below);
            for (int i = 0; i < n; i++) {
                g[i] += by_b * b[i] + 2 * by_quadratic * products[i];  // A is symmetric
            }
        }
        return mixing + by_quadratic * quadratic;
    }

  private:
    const double ROOT = std::sqrt(2.0);
    const double ROOT8 = std::sqrt(8.0);
    Numbers b;
    Numbers a;
    Numbers products;

    double dot(const double* u, const double* v) const { return std::inner_product(u, u + n, v, 0.0); }
};

class Rosenbrock : public Both<Rosenbrock> {
  public:
    using Both::Both;

    template <bool WITH_GRADIENT>
    double run(const double* x, double* g) {
        if constexpr (WITH_GRADIENT) {
            std::fill(g, g + n, 0.0);
        }
        double sum = 0;
        for (int i = 0; i + 1 < n; i++) {
            double valley = x[i + 1] - x[i] * x[i];
            double slope = 1 - x[i];
            sum += 100 * (valley * valley) + slope * slope;
            if constexpr (WITH_GRADIENT) {
                g[i] -= 400 * valley * x[i] + 2 * slope;
                g[i + 1] += 200 * valley;
            }
        }
        return sum;
    }
};

class Logistic : public Both<Logistic> {
  public:
    using Both::Both;

    template <bool WITH_GRADIENT>
    double run(const double* x, double* g) {
        double l = x[0];
        double tangent = 1;
        for (int k = 1; k < n; k++) {
            if constexpr (WITH_GRADIENT) {
                tangent *= 4 * (1 - l) - 4 * l;
            }
            l = 4 * l * (1 - l);
        }
        if constexpr (WITH_GRADIENT) {
            g[0] = tangent;
        }
        return l;
    }
};

/** The data are the columns of the inputs, then the targets. */
class Perceptron : public Both<Perceptron> {
  public:
    Perceptron(int samples, Numbers columns) : Both(samples), data(std::move(columns)) {}

    template <bool WITH_GRADIENT>
    double run(const double* w, double* g) {
        if constexpr (WITH_GRADIENT) {
            std::fill(g, g + WEIGHTS, 0.0);
        }
        double total = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < LAYERS[0]; j++) {
                values[0][j] = data[static_cast<size_t>(j) * n + i];
            }
            int next = 0;
            for (int layer = 1; layer < DEPTH; layer++) {
                for (int row = 0; row < LAYERS[layer]; row++) {
                    double sum = w[next++];
                    for (int j = 0; j < LAYERS[layer - 1]; j++) {
                        sum += w[next++] * values[layer - 1][j];
                    }
                    values[layer][row] = layer == DEPTH - 1 ? sum : std::tanh(sum);
                }
            }
            double error = values[DEPTH - 1][0] - data[static_cast<size_t>(LAYERS[0]) * n + i];
            total += error * error;
            if constexpr (WITH_GRADIENT) {
                back(w, g, 2 * error);
            }
        }
        return total;
    }

  private:
    static constexpr int DEPTH = 4;
    static constexpr int LAYERS[DEPTH] = {10, 20, 20, 1};
    static constexpr int WIDEST = 20;
    static constexpr int WEIGHTS = 661;

    Numbers data;
    double values[DEPTH][WIDEST];
    double adjoints[DEPTH][WIDEST];

    void back(const double* w, double* g, double seed) {
        adjoints[DEPTH - 1][0] = seed;
        int end = WEIGHTS;
        for (int layer = DEPTH - 1; layer > 0; layer--) {
            int width = LAYERS[layer - 1];
            int next = end - LAYERS[layer] * (width + 1);
            end = next;
            std::fill(adjoints[layer - 1], adjoints[layer - 1] + width, 0.0);
            for (int row = 0; row < LAYERS[layer]; row++) {
                double y = values[layer][row];
                double a = layer == DEPTH - 1 ? adjoints[layer][row] : adjoints[layer][row] * (1 - y * y);
                g[next++] += a;
                for (int j = 0; j < width; j++) {
                    g[next] += a * values[layer - 1][j];
                    adjoints[layer - 1][j] += a * w[next++];
                }
            }
        }
    }
};

/** The data are the columns of the points' coordinates. */
class Mixture : public Both<Mixture> {
  public:
    Mixture(int points, int components, Numbers columns)
        : Both(points), K(components), data(std::move(columns)), scale(K * D), constant(K), centred(K * D), y(K * D), e(K) {}

    template <bool WITH_GRADIENT>
    double run(const double* p, double* g) {
        if constexpr (WITH_GRADIENT) {
            std::fill(g, g + K * (1 + 2 * D + TRIANGLE), 0.0);
        }
        for (int k = 0; k < K; k++) {
            constant[k] = p[alpha(k)];
            for (int d = 0; d < D; d++) {
                scale[k * D + d] = std::exp(p[diagonal(k, d)]);
                constant[k] += p[diagonal(k, d)];
            }
        }
        double total = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int k = 0; k < K; k++) {
                e[k] = component(p, i, k);
                sum += e[k];
            }
            total += std::log(sum);
            if constexpr (WITH_GRADIENT) {
                for (int k = 0; k < K; k++) {
                    point_gradient(p, g, k, e[k] / sum);
                }
            }
        }
        double weights = 0;
        for (int k = 0; k < K; k++) {
            weights += std::exp(p[alpha(k)]);
        }
        total -= n * std::log(weights);
        if constexpr (WITH_GRADIENT) {
            for (int k = 0; k < K; k++) {
                g[alpha(k)] -= n * std::exp(p[alpha(k)]) / weights;
            }
        }
        return total + prior<WITH_GRADIENT>(p, g);
    }

  private:
    static constexpr int D = 10;
    static constexpr int TRIANGLE = D * (D - 1) / 2;

    const int K;
    Numbers data;
    Numbers scale;
    Numbers constant;
    Numbers centred;
    Numbers y;
    Numbers e;

    static int alpha(int k) { return k; }
    int mean(int k, int d) const { return K + k * D + d; }
    int diagonal(int k, int d) const { return K + K * D + k * D + d; }
    int below(int k, int row, int column) const {
        return K + 2 * K * D + k * TRIANGLE + row * (row - 1) / 2 + column;
    }

    double component(const double* p, int i, int k) {
        double square = 0;
        for (int row = 0; row < D; row++) {
            double c = data[static_cast<size_t>(row) * n + i] - p[mean(k, row)];
            centred[k * D + row] = c;
            double v = scale[k * D + row] * c;
            int at = below(k, row, 0);
            for (int column = 0; column < row; column++) {
                v += p[at + column] * centred[k * D + column];
            }
            y[k * D + row] = v;
            square += v * v;
        }
        return std::exp(constant[k] - square / 2);
    }

    void point_gradient(const double* p, double* g, int k, double w) {
        g[alpha(k)] += w;
        for (int row = 0; row < D; row++) {
            double v = -w * y[k * D + row];
            double c = centred[k * D + row];
            double s = scale[k * D + row];
            g[diagonal(k, row)] += w + v * s * c;
            g[mean(k, row)] -= v * s;
            int at = below(k, row, 0);
            int first = mean(k, 0);
            for (int column = 0; column < row; column++) {
                g[at + column] += v * centred[k * D + column];
                g[first + column] -= v * p[at + column];
            }
        }
    }

    template <bool WITH_GRADIENT>
    double prior(const double* p, double* g) {
        double squares = 0;
        double logs = 0;
        for (int k = 0; k < K; k++) {
            for (int row = 0; row < D; row++) {
                double q = p[diagonal(k, row)];
                double s = std::exp(2 * q);
                squares += s;
                logs += q;
                if constexpr (WITH_GRADIENT) {
                    g[diagonal(k, row)] += s - 1;
                }
                for (int column = 0; column < row; column++) {
                    int at = below(k, row, column);
                    squares += p[at] * p[at];
                    if constexpr (WITH_GRADIENT) {
                        g[at] += p[at];
                    }
                }
            }
        }
        return squares / 2 - logs;
    }
};

class LeastSquares : public Both<LeastSquares> {
  public:
    using Both::Both;

    template <bool WITH_GRADIENT>
    double run(const double* x, double* g) {
        if constexpr (WITH_GRADIENT) {
            std::fill(g, g + TERMS, 0.0);
        }
        double sum = 0;
        double powers[TERMS];
        powers[0] = 1;
        for (int i = 0; i < n; i++) {
            double t = i * (2.0 / (n - 1)) - 1;
            double fit = x[0];
            for (int j = 1; j < TERMS; j++) {
                powers[j] = powers[j - 1] * t;
                fit += x[j] * powers[j];
            }
            double residual = (t > 0 ? 1 : t < 0 ? -1 : t) - fit;
            sum += residual * residual;
            if constexpr (WITH_GRADIENT) {
                for (int j = 0; j < TERMS; j++) {
                    g[j] -= residual * powers[j];
                }
            }
        }
        return sum / 2;
    }

  private:
    static constexpr int TERMS = 10;
};

class LogSumExp : public Both<LogSumExp> {
  public:
    using Both::Both;

    template <bool WITH_GRADIENT>
    double run(const double* x, double* g) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double e = std::exp(x[i]);
            sum += e;
            if constexpr (WITH_GRADIENT) {
                g[i] = e;
            }
        }
        if constexpr (WITH_GRADIENT) {
            for (int i = 0; i < n; i++) {
                g[i] /= sum;
            }
        }
        return std::log(sum);
    }
};
