package io.channelkeeper.organization;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordTests {

	@Test
	void takesTenCharactersToSeventyTwoBytes() {
		assertThat(Password.accepts("123456789")).isFalse();
		assertThat(Password.accepts("1234567890")).isTrue();
		assertThat(Password.accepts(" ".repeat(12))).isFalse();
		assertThat(Password.accepts("x".repeat(72))).isTrue();
		assertThat(Password.accepts("ü".repeat(37))).isFalse();
		assertThat(new Password("1234567890")).hasToString("Password[…]");
	}

}
