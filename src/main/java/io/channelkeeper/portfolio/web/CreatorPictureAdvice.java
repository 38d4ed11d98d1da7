package io.channelkeeper.portfolio.web;

import java.util.Locale;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.PictureAdvice;
import io.channelkeeper.portfolio.CreatorPageService;

/**
 * Lets the page on which a picture is chosen say what the creator's page says. The
 * pictures' module asks through an interface of its own: the portfolio depends on it, not
 * the other way round.
 */
@Component
class CreatorPictureAdvice implements PictureAdvice {

	private final CreatorPageService creators;

	private final CreatorViews views;

	CreatorPictureAdvice(CreatorPageService creators, CreatorViews views) {
		this.creators = creators;
		this.views = views;
	}

	@Override
	public Advice of(Viewer viewer, UUID creatorId, Locale language) {
		return this.views.advice(this.creators.page(viewer, creatorId), viewer, language);
	}

}
