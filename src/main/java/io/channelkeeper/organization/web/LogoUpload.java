package io.channelkeeper.organization.web;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

import io.channelkeeper.organization.Logo;
import io.channelkeeper.organization.UnusableLogoException;

/**
 * Reads an uploaded logo.
 */
final class LogoUpload {

	private LogoUpload() {
	}

	/** The picture, or null; what is no picture becomes an error of that field. */
	static @Nullable Logo read(@Nullable MultipartFile file, String field, Errors errors) {
		if (file == null || file.isEmpty()) {
			return null;
		}
		try {
			if (file.getSize() <= Logo.MAX_BYTES) {
				return Logo.of(file.getBytes());
			}
		}
		catch (UnusableLogoException | IOException ex) {
			// the error below says all there is to say
		}
		errors.rejectValue(field, "organization.error.logo");
		return null;
	}

}
