package io.channelkeeper.network.linkedin;

import java.net.URI;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.channelkeeper.network.Json;

/**
 * Finds the address of a picture in the ways that LinkedIn names one: spelled out in
 * several sizes, or as the name of an image that has to be asked for. Addresses expire
 * (N-11).
 */
final class LinkedInPictures {

	private LinkedInPictures() {
	}

	/** A page's logo, as its owners cropped it. */
	static @Nullable URI logo(Json page, LinkedInSession session) {
		Json logo = page.object("logoV2");
		if (logo == null) {
			return null;
		}
		for (String variant : List.of("cropped", "original")) {
			URI address = spelledOut(logo, variant);
			if (address != null) {
				return address;
			}
		}
		String cropped = logo.text("cropped");
		String image = (cropped != null) ? cropped : logo.text("original");
		return (image != null) ? session.image(image) : null;
	}

	/** A member's picture. */
	static @Nullable URI portrait(Json member) {
		Json picture = member.object("profilePicture");
		return (picture != null) ? spelledOut(picture, "displayImage") : null;
	}

	/** The largest comes last. */
	private static @Nullable URI spelledOut(Json holder, String name) {
		Json variants = holder.object(name + "~");
		if (variants == null) {
			return null;
		}
		return variants.objects("elements")
			.reversed()
			.stream()
			.flatMap((variant) -> variant.objects("identifiers").stream())
			.map((identifier) -> identifier.address("identifier"))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

}
