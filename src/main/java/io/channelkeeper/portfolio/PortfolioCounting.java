package io.channelkeeper.portfolio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.channelkeeper.network.NetworkId;
import io.channelkeeper.picture.PictureService;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Counts what the first line of the portfolio says, in one statement.
 */
@Component
class PortfolioCounting {

	private static final String STATES = Stream.of(PortfolioState.values())
		.map((state) -> "count(distinct f.creator_id) filter (where %s) as %s".formatted(state.condition(),
				state.name()))
		.collect(Collectors.joining(",\n"));

	private static final String PICTURES = Stream.of(PictureFilter.values())
		.map((picture) -> """
				(select count(*) from creator r where r.organization_id = :organization and r.archived_at is null
					and %s) as picture_%s""".formatted(picture.condition(), picture.name()))
		.collect(Collectors.joining(",\n"));

	private static final String COUNTS = """
			select
				(select count(*) from creator r where r.organization_id = :organization and r.archived_at is null)
					as creators,
				(select count(*) from invitation v where v.organization_id = :organization) as invitations,
				%s,
				%s
			from %s
			join creator r on r.id = f.creator_id and r.archived_at is null
			""".formatted(PICTURES, STATES, Facts.OF_CHANNELS);

	private static final String NEXT = """
			select r.name, c.network, s.renew_by
			from connection_state(:now) s
			join channel c on c.id = s.channel_id
			join creator r on r.id = s.creator_id and r.archived_at is null
			where s.organization_id = :organization and s.renew_by > :now
			order by s.renew_by, r.id limit 1
			""";

	private static final String TAGS = """
			select distinct t.tag from creator_tag t
			join creator r on r.id = t.creator_id and r.archived_at is null
			where t.organization_id = :organization order by t.tag
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final PictureService pictures;

	PortfolioCounting(JdbcClient jdbc, Clock clock, PictureService pictures) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.pictures = pictures;
	}

	PortfolioCounts counts() {
		return statement(COUNTS).param("now", now())
			.param("fresh", this.pictures.freshSince().atOffset(ZoneOffset.UTC))
			.query(PortfolioCounting::read)
			.single();
	}

	Optional<NextRenewal> nextRenewal() {
		return statement(NEXT).param("now", now())
			.query((row, number) -> new NextRenewal(row.getString("name"), new NetworkId(row.getString("network")),
					SqlMoments.in(row, "renew_by")))
			.optional();
	}

	List<String> tags() {
		return statement(TAGS).query((row, number) -> row.getString("tag")).list();
	}

	private JdbcClient.StatementSpec statement(String sql) {
		return this.jdbc.sql(sql).param("organization", Tenancy.current());
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static PortfolioCounts read(ResultSet row, int number) throws SQLException {
		Map<PortfolioState, Long> byState = new EnumMap<>(PortfolioState.class);
		for (PortfolioState state : PortfolioState.values()) {
			byState.put(state, row.getLong(state.name()));
		}
		Map<PictureFilter, Long> byPicture = new EnumMap<>(PictureFilter.class);
		for (PictureFilter picture : PictureFilter.values()) {
			byPicture.put(picture, row.getLong("picture_" + picture.name()));
		}
		return new PortfolioCounts(row.getLong("creators"), row.getLong("invitations"), byState, byPicture);
	}

}
