package com.wecomesb.sandbox.wecom;

import com.wecomesb.sandbox.Simulated;

/** {@code media/get} (W90254): the file, or an error in JSON. */
@Simulated
class MediaGet implements ApiCall {

    private final MediaStore store;

    MediaGet(MediaStore store) {
        this.store = store;
    }

    @Override
    public String path() {
        return "media/get";
    }

    @Override
    public ApiAnswer answer(ApiRequest request) {
        MediaStore.Media media = store.find(request.parameter("media_id"));
        return media == null
                ? ApiAnswer.error(Errcode.WRONG_MEDIA_ID)
                : new ApiAnswer.File(media.name(), media.contentType(), media.content());
    }
}
