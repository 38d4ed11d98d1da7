package io.channelkeeper.portfolio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.PictureService;
import io.channelkeeper.support.Tenancy;

/**
 * Finds the creators that a filter asks for, page by page by name and id.
 */
@Component
class PortfolioSearch {

	private static final String SELECT = """
			select r.id, r.name, p.name as looked_after_by
			from creator r
			left join member m on m.id = r.looked_after_by
			left join person p on p.id = m.person_id
			where r.organization_id = :organization and r.archived_at is null and %s
			order by lower(r.name), r.id limit :limit
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final PictureService pictures;

	PortfolioSearch(JdbcClient jdbc, Clock clock, PictureService pictures) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.pictures = pictures;
	}

	/**
	 * The creators of one page and one more if there is a next page.
	 * @param after the last creator of the page before, or null for the first page
	 */
	List<Found> find(Viewer viewer, PortfolioFilter filter, @Nullable UUID after, int limit) {
		Map<String, Object> values = new HashMap<>();
		values.put("now", this.clock.instant().atOffset(ZoneOffset.UTC));
		values.put("organization", Tenancy.current());
		values.put("limit", limit);
		String sql = SELECT.formatted(String.join(" and ", conditions(viewer, filter, after, values)));
		return this.jdbc.sql(sql).params(values).query(PortfolioSearch::found).list();
	}

	/** Exactly these creators. */
	List<Found> these(List<UUID> creators) {
		return this.jdbc.sql(SELECT.formatted("r.id = any(:creators)"))
			.param("organization", Tenancy.current())
			.param("creators", creators.toArray(UUID[]::new))
			.param("limit", creators.size())
			.query(PortfolioSearch::found)
			.list();
	}

	private List<String> conditions(Viewer viewer, PortfolioFilter filter, @Nullable UUID after,
			Map<String, Object> values) {
		List<String> conditions = new ArrayList<>(List.of("true"));
		String pattern = filter.pattern();
		if (pattern != null) {
			conditions
				.add("""
						(r.name ilike :pattern or exists (select 1 from channel c
						where c.creator_id = r.id and c.archived_at is null and (c.handle ilike :pattern or c.display_name ilike :pattern)))""");
			values.put("pattern", pattern);
		}
		if (filter.tag() != null) {
			conditions.add("exists (select 1 from creator_tag t where t.creator_id = r.id and t.tag = :tag)");
			values.put("tag", filter.tag());
		}
		if (filter.picture() != null) {
			conditions.add(filter.picture().condition());
			values.put("fresh", this.pictures.freshSince().atOffset(ZoneOffset.UTC));
		}
		if (filter.mine()) {
			conditions.add("r.looked_after_by = :member");
			values.put("member", viewer.memberId());
		}
		addChannelCondition(filter, conditions, values);
		if (after != null) {
			conditions.add("""
					(lower(r.name), r.id) > (select lower(a.name), a.id from creator a
					where a.id = :after and a.organization_id = :organization)""");
			values.put("after", after);
		}
		return conditions;
	}

	/** Network and state are asked of the same channel. */
	private static void addChannelCondition(PortfolioFilter filter, List<String> conditions,
			Map<String, Object> values) {
		List<String> ofChannel = new ArrayList<>();
		if (filter.network() != null) {
			ofChannel.add("f.network = :network");
			values.put("network", filter.network());
		}
		if (filter.state() != null) {
			ofChannel.add(filter.state().condition());
		}
		if (!ofChannel.isEmpty()) {
			conditions.add("r.id in (select f.creator_id from %s where %s)".formatted(Facts.OF_CHANNELS,
					String.join(" and ", ofChannel)));
		}
	}

	private static Found found(ResultSet row, int number) throws SQLException {
		return new Found(row.getObject("id", UUID.class), row.getString("name"), row.getString("looked_after_by"));
	}

	/**
	 * A creator that was found.
	 *
	 * @param id the creator
	 * @param name the creator's name
	 * @param lookedAfterBy the name of who looks after the creator, or null
	 */
	record Found(UUID id, String name, @Nullable String lookedAfterBy) {

	}

}
