/**
 * What runs lists over doubles. The door is {@link tridiff.wengert.run.Evaluator}; behind it an interpreter starts at once, and byte code
 * takes over where that pays.
 */
package tridiff.wengert.run;
