package io.channelkeeper;

import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

/**
 * The arrows between the features are those that their package-info files allow.
 */
class ModularityTests {

	@Test
	void arrowsPointUpTheListOnly() {
		ApplicationModules.of(ChannelkeeperApplication.class).verify();
	}

}
