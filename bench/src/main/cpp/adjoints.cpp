// Checks and times the functions of problems.hpp.
//
//   adjoints check PROBLEM N INPUT OUTPUT   writes to OUTPUT the value, the value that the gradient returns, and the gradient
//   adjoints time  PROBLEM N INPUT MILLIS   prints the nanoseconds of one value and of one gradient, the fastest of BATCHES
//
// INPUT is, in the machine's own byte order, a count of 64 bits and so many doubles, the point; then again so for the data.

#include "problems.hpp"

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <limits>
#include <memory>
#include <string>

namespace {

constexpr int BATCHES = 12;

std::unique_ptr<Problem> problem(const std::string& name, int n, Numbers data) {
    if (name == "speelpenning") return std::make_unique<Speelpenning>(n);
    if (name == "helmholtz") return std::make_unique<Helmholtz>(n);
    if (name == "rosenbrock") return std::make_unique<Rosenbrock>(n);
    if (name == "logistic") return std::make_unique<Logistic>(n);
    if (name == "perceptron") return std::make_unique<Perceptron>(n, std::move(data));
    if (name == "mixture") return std::make_unique<Mixture>(n, 5, std::move(data));
    if (name == "gmm") return std::make_unique<Mixture>(n, 25, std::move(data));
    if (name == "llsq") return std::make_unique<LeastSquares>(n);
    if (name == "lse") return std::make_unique<LogSumExp>(n);
    std::fprintf(stderr, "there is no problem %s\n", name.c_str());
    std::exit(2);
}

Numbers read(std::istream& in) {
    std::int64_t count = 0;
    in.read(reinterpret_cast<char*>(&count), sizeof count);
    Numbers numbers(static_cast<size_t>(in ? count : 0));
    in.read(reinterpret_cast<char*>(numbers.data()), static_cast<std::streamsize>(numbers.size() * sizeof(double)));
    if (!in) {
        std::fprintf(stderr, "the input ends too early\n");
        std::exit(2);
    }
    return numbers;
}

/** The compiler may neither leave out a result nor take it out of the loop. */
void observe(const void* memory) { asm volatile("" : : "r"(memory) : "memory"); }

/** Nanoseconds of one call, in the fastest batch of so many milliseconds; the first batches warm the caches. */
template <typename Call>
double fastest(double millis, Call call) {
    using Clock = std::chrono::steady_clock;
    double best = std::numeric_limits<double>::infinity();
    std::int64_t repetitions = 1;
    for (int batch = 0; batch < BATCHES;) {
        auto start = Clock::now();
        for (std::int64_t i = 0; i < repetitions; i++) {
            call();
        }
        double nanos = std::chrono::duration<double, std::nano>(Clock::now() - start).count();
        if (nanos < millis * 1e6 / 2) {
            repetitions *= 2;
        } else {
            best = std::min(best, nanos / static_cast<double>(repetitions));
            batch++;
        }
    }
    return best;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 6) {
        std::fprintf(stderr, "adjoints check|time PROBLEM N INPUT OUTPUT|MILLIS\n");
        return 2;
    }
    std::ifstream in(arguments[4], std::ios::binary);
    Numbers x = read(in);
    Numbers data = read(in);
    Numbers g(x.size());
    auto f = problem(arguments[2], std::atoi(arguments[3]), std::move(data));
    if (std::string(arguments[1]) == "check") {
        double values[] = {f->value(x.data()), f->gradient(x.data(), g.data())};
        std::ofstream out(arguments[5], std::ios::binary);
        out.write(reinterpret_cast<const char*>(values), sizeof values);
        out.write(reinterpret_cast<const char*>(g.data()), static_cast<std::streamsize>(g.size() * sizeof(double)));
        return out.flush() ? 0 : 1;
    }
    double millis = std::atof(arguments[5]);
    double sink = 0;
    double value = fastest(millis, [&] {
        observe(x.data());
        sink = f->value(x.data());
        observe(&sink);
    });
    double gradient = fastest(millis, [&] {
        observe(x.data());
        sink = f->gradient(x.data(), g.data());
        observe(&sink);
        observe(g.data());
    });
    std::printf("%.6g %.6g\n", value, gradient);
    return 0;
}
