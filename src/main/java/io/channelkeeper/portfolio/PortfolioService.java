package io.channelkeeper.portfolio;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.PictureService;
import io.channelkeeper.picture.PictureStanding;
import io.channelkeeper.portfolio.PortfolioSearch.Found;
import io.channelkeeper.support.Tenancy;

/**
 * Reads the portfolio with the same number of statements however many creators there are.
 */
@Service
public class PortfolioService {

	/** Creators on one page. */
	public static final int PAGE_SIZE = 50;

	/** More are not taken in one go. */
	static final int MOST_SELECTED = 500;

	private final PortfolioSearch search;

	private final PortfolioCounting counting;

	private final ChannelGlimpses channels;

	private final PictureService pictures;

	private final JdbcClient jdbc;

	PortfolioService(PortfolioSearch search, PortfolioCounting counting, ChannelGlimpses channels,
			PictureService pictures, JdbcClient jdbc) {
		this.search = search;
		this.counting = counting;
		this.channels = channels;
		this.pictures = pictures;
		this.jdbc = jdbc;
	}

	/**
	 * One page of the creators that the filter asks for.
	 * @param after the last creator of the page before, or null for the first page
	 */
	@Transactional(readOnly = true)
	public PortfolioPage page(Viewer viewer, PortfolioFilter filter, @Nullable UUID after) {
		List<Found> found = this.search.find(viewer, filter, after, PAGE_SIZE + 1);
		List<Found> shown = found.stream().limit(PAGE_SIZE).toList();
		return new PortfolioPage(this.counting.counts(), this.counting.nextRenewal().orElse(null), this.counting.tags(),
				rows(shown), (found.size() > PAGE_SIZE) ? shown.getLast().id() : null);
	}

	/** These creators, by name; what is not the organization's is left out. */
	@Transactional(readOnly = true)
	public List<PortfolioRow> rows(Collection<UUID> creators) {
		return rows(this.search.these(creators.stream().distinct().limit(MOST_SELECTED).toList()));
	}

	private List<PortfolioRow> rows(List<Found> found) {
		List<UUID> ids = found.stream().map(Found::id).toList();
		Map<UUID, List<ChannelGlimpse>> channels = this.channels.of(ids);
		Map<UUID, List<String>> tags = tags(ids);
		Map<UUID, String> pictures = this.pictures.ofCreators(ids);
		Map<UUID, PictureStanding> standings = this.pictures
			.standings(channels.values().stream().flatMap(List::stream).map(ChannelGlimpse::id).toList())
			.stream()
			.collect(Collectors.toMap(PictureStanding::channelId, (standing) -> standing));
		return found.stream().map((one) -> {
			List<ChannelGlimpse> own = channels.getOrDefault(one.id(), List.of());
			String picture = pictures.get(one.id());
			return new PortfolioRow(one.id(), one.name(), one.lookedAfterBy(), picture,
					PictureGap.of(picture, own, standings), tags.getOrDefault(one.id(), List.of()), own);
		}).toList();
	}

	private Map<UUID, List<String>> tags(Collection<UUID> creators) {
		if (creators.isEmpty()) {
			return Map.of();
		}
		return this.jdbc.sql("""
				select creator_id, tag from creator_tag
				where organization_id = :organization and creator_id in (:creators) order by tag
				""")
			.param("organization", Tenancy.current())
			.param("creators", creators)
			.query((row, number) -> Map.entry(row.getObject("creator_id", UUID.class), row.getString("tag")))
			.stream()
			.collect(Collectors.groupingBy(Map.Entry::getKey,
					Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
	}

}
