/**
 * Rules that make normal forms smaller, one class an idea; {@link tridiff.symbolic.rules.Improvement} tries them as long as one helps.
 */
package tridiff.symbolic.rules;
