package io.channelkeeper.support.web;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class OwnPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "/", "/creators/1?tab=history", "/connections/reconnect#now" })
	void takesOwnPaths(String typed) {
		assertThat(OwnPath.parse(typed)).contains(new OwnPath(typed));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "portfolio", "//evil.example", "/\\evil.example", "https://evil.example",
			"javascript:alert(1)", "/a\r\nSet-Cookie: a=b", "/\t/evil.example", "/a\\b" })
	void refusesEverythingElse(String typed) {
		assertThat(OwnPath.parse(typed)).isEmpty();
	}

}
