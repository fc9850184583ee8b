/**
 * What a function does beside a point at which a rule is undefined: Puiseux series on both sides, with proved coefficients.
 *
 * <p>{@link tridiff.reference.limit.Neighbourhood} is what to ask.
 */
package tridiff.reference.limit;
