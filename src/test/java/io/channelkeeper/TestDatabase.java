package io.channelkeeper;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import io.channelkeeper.support.Sealer;

/**
 * A database that tests have filled.
 *
 * @param jdbc what reads it
 * @param sealer what opens what is sealed there
 */
record TestDatabase(JdbcClient jdbc, Sealer sealer) {

	static TestDatabase at(String url, Sealer sealer) {
		return new TestDatabase(JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres")), sealer);
	}

	/** The names of its tables; none if no application was ever started on it. */
	List<String> tables() {
		return this.jdbc.sql("select tablename from pg_tables where schemaname = 'public'")
			.query((row, number) -> row.getString(1))
			.list();
	}

}
