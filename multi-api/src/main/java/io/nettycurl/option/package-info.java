/**
 * What can be set, as typed constants under libcurl's names, with the rule that a value must pass.
 *
 * <p>State: {@link io.nettycurl.option.OptionValues} belongs to its handle; the constants are
 * immutable.
 *
 * <p>In: values of setopt. Out: OK, or the code to refuse them with; for engines, the value set or
 * the default.
 *
 * <p>Next: {@code ValueRules} for the rules, {@link io.nettycurl.spi.OptionEffects} for what one
 * option does to others.
 */
package io.nettycurl.option;
