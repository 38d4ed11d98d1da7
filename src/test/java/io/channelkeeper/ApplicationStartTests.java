package io.channelkeeper;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@ApplicationTest
class ApplicationStartTests {

	@Autowired
	JdbcClient jdbc;

	@Test
	void startsOnAnEmptyDatabase() {
		assertThat(this.jdbc.sql("select count(*) from organization").query(Long.class).single()).isNotNegative();
	}

}
