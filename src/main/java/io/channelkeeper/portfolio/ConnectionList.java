package io.channelkeeper.portfolio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.network.ChannelKind;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.PictureService;
import io.channelkeeper.picture.PictureStanding;
import io.channelkeeper.support.SqlMoments;
import io.channelkeeper.support.Tenancy;

/**
 * Reads the connections of the organization, the most urgent first (M-2), with the same
 * number of statements and in the same time however many there are.
 */
@Service
public class ConnectionList {

	/** Connections on one page. */
	public static final int PAGE_SIZE = 50;

	private static final String QUERY = """
			select f.*, p.name as disconnected_by, r.name as creator_name, r.looked_after_by,
				r.email is not null as creator_has_mail, b.name as connected_by
			from %s
			join creator r on r.id = f.creator_id
			left join member m on m.id = f.disconnected_by_member
			left join person p on p.id = m.person_id
			left join member n on n.id = f.connected_by_member
			left join person b on b.id = n.person_id
			where f.channel_id = any(:channels)
			""".formatted(Facts.OF_CHANNELS);

	private static final Colleagues NOBODY = new Colleagues(List.of(), null);

	private final ConnectionSearch search;

	private final ChannelGlimpses glimpses;

	private final PictureService pictures;

	private final ColleagueDesk colleagues;

	private final JdbcClient jdbc;

	private final Clock clock;

	ConnectionList(ConnectionSearch search, ChannelGlimpses glimpses, PictureService pictures, ColleagueDesk colleagues,
			JdbcClient jdbc, Clock clock) {
		this.search = search;
		this.glimpses = glimpses;
		this.pictures = pictures;
		this.colleagues = colleagues;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * One page of the connections that the filter asks for.
	 * @param after where the page begins, as an earlier one said, or null; nonsense
	 * begins at the start
	 */
	@Transactional(readOnly = true)
	public ConnectionPage page(Viewer viewer, ConnectionFilter filter, @Nullable String after) {
		List<ConnectionCursor> found = this.search.find(viewer, filter, ConnectionCursor.parse(after).orElse(null),
				PAGE_SIZE + 1);
		List<ConnectionCursor> shown = found.stream().limit(PAGE_SIZE).toList();
		return new ConnectionPage(rows(viewer, shown.stream().map(ConnectionCursor::channel).toList()),
				(found.size() > PAGE_SIZE) ? shown.getLast().toString() : null);
	}

	private List<ConnectionRow> rows(Viewer viewer, List<UUID> channels) {
		if (channels.isEmpty()) {
			return List.of();
		}
		Map<UUID, ConnectionRow> rows = this.jdbc.sql(QUERY)
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("organization", Tenancy.current())
			.param("channels", channels.toArray(UUID[]::new))
			.query(this::row)
			.list()
			.stream()
			.collect(Collectors.toMap((row) -> row.channel().id(), Function.identity()));
		Map<UUID, PictureStanding> pictures = this.pictures.standings(channels)
			.stream()
			.collect(Collectors.toMap(PictureStanding::channelId, Function.identity()));
		Map<UUID, String> ofCreators = this.pictures
			.ofCreators(rows.values().stream().map((row) -> row.channel().creatorId()).collect(Collectors.toSet()));
		Map<UUID, Colleagues> colleagues = this.colleagues.of(viewer,
				rows.values().stream().map(ConnectionList::concern).toList());
		return channels.stream()
			.map(rows::get)
			.filter(Objects::nonNull)
			.map((row) -> complete(row, pictures.get(row.channel().id()), ofCreators.get(row.channel().creatorId()),
					Objects.requireNonNull(colleagues.get(row.channel().id()))))
			.toList();
	}

	private static ColleagueDesk.Concern concern(ConnectionRow row) {
		return new ColleagueDesk.Concern(row.channel().id(), row.connectedByMember(), row.lookedAfterBy(),
				row.channel().state().hasLogin());
	}

	/**
	 * The channel's picture; the creator's where it has none, of which nothing is said.
	 */
	private static ConnectionRow complete(ConnectionRow row, @Nullable PictureStanding own, @Nullable String ofCreator,
			Colleagues colleagues) {
		String address = (own != null) ? own.address() : null;
		return (address == null && ofCreator != null) ? row.with(ofCreator, null, colleagues)
				: row.with(address, PictureGap.of(row.channel(), own).orElse(null), colleagues);
	}

	private ConnectionRow row(ResultSet row, int number) throws SQLException {
		return new ConnectionRow(this.glimpses.glimpse(row, number), ChannelKind.valueOf(row.getString("kind")),
				row.getString("creator_name"), row.getBoolean("creator_has_mail"),
				row.getObject("looked_after_by", UUID.class), null, null, row.getObject("login_id", UUID.class),
				row.getString("external_user_name"), SqlMoments.in(row, "connected_at"),
				row.getBoolean("connected_by_creator"), row.getObject("connected_by_member", UUID.class),
				row.getString("connected_by"), NOBODY);
	}

}
