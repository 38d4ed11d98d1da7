package io.channelkeeper.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.support.NotFoundException;

/**
 * Who somebody is right now, in each organization that lets them in.
 */
@Component
public class Viewers {

	private static final String QUERY = """
			select m.id, m.organization_id, o.name as organization_name, p.name, p.email, m.role, p.language,
				p.time_zone, p.operator, o.marketers_may_connect
			from person p
			join member m on m.person_id = p.id and m.active
			join organization o on o.id = m.organization_id
			where p.id = :person
			order by lower(o.name), o.id
			""";

	private final JdbcClient jdbc;

	Viewers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** One for each organization, by the organization's name; in one query. */
	public List<Viewer> of(UUID personId) {
		return this.jdbc.sql(QUERY).param("person", personId).query((row, number) -> viewer(personId, row)).list();
	}

	/**
	 * Who somebody is in one organization.
	 * @throws NotFoundException if that organization does not let the person in
	 */
	public Viewer of(UUID personId, UUID organizationId) {
		return of(personId).stream()
			.filter((viewer) -> viewer.organizationId().equals(organizationId))
			.findFirst()
			.orElseThrow(() -> new NotFoundException("organization", organizationId));
	}

	private static Viewer viewer(UUID personId, ResultSet row) throws SQLException {
		return new Viewer(personId, row.getObject("id", UUID.class), row.getObject("organization_id", UUID.class),
				row.getString("organization_name"), row.getString("name"), row.getString("email"),
				Role.valueOf(row.getString("role")), Locale.forLanguageTag(row.getString("language")),
				ZoneId.of(row.getString("time_zone")), row.getBoolean("operator"),
				row.getBoolean("marketers_may_connect"));
	}

}
