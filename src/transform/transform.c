#include "transform/transform.h"

#define TRANSFORM(name) extern const TransformType name##_transform;
#include "transform/transform_table.inc"
#undef TRANSFORM

const TransformType *const transform_types[] = {
#define TRANSFORM(name) &name##_transform,
#include "transform/transform_table.inc"
#undef TRANSFORM
    NULL,
};
